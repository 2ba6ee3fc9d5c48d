// SPDX-License-Identifier: Apache-2.0
#include "repl/format/code_point.h"

#include <array>

#include "model/utf8.h"

namespace dossier::repl {
namespace {

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

}  // namespace

std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = sequence_length(lead);
  const std::string_view sequence = text.substr(at, length);
  if (length == 0 || sequence.size() < length || (length > 1 && !utf8::is_valid(sequence))) {
    ++at;
    return kBrokenByte;
  }
  at += length;
  if (length == 1) return lead;
  constexpr std::array<std::int32_t, 5> kLeadMask{0, 0x7F, 0x1F, 0x0F, 0x07};
  std::int32_t value = lead & kLeadMask[length];
  for (std::size_t i = 1; i < length; ++i) {
    value = (value << 6) | (static_cast<unsigned char>(sequence[i]) & 0x3F);
  }
  return value;
}

}  // namespace dossier::repl
