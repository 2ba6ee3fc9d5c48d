// SPDX-License-Identifier: Apache-2.0
#include "model/utf8.h"

namespace dossier::utf8 {
namespace {

struct Lead {
  std::size_t extra;  // continuation bytes
  char32_t bits;
  char32_t smallest;  // below it the form is overlong
};

bool classify(unsigned char byte, Lead& lead) {
  if (byte < 0x80) {
    lead = {0, byte, 0};
  } else if ((byte & 0xE0U) == 0xC0) {
    lead = {1, byte & 0x1FU, 0x80};
  } else if ((byte & 0xF0U) == 0xE0) {
    lead = {2, byte & 0x0FU, 0x800};
  } else if ((byte & 0xF8U) == 0xF0) {
    lead = {3, byte & 0x07U, 0x10000};
  } else {
    return false;
  }
  return true;
}

}  // namespace

void append(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12));
    put(0x80U | ((code_point >> 6) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18));
    put(0x80U | ((code_point >> 12) & 0x3FU));
    put(0x80U | ((code_point >> 6) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

bool is_valid(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    Lead lead{};
    if (!classify(static_cast<unsigned char>(text[i++]), lead)) return false;
    if (lead.extra > text.size() - i) return false;
    char32_t code_point = lead.bits;
    for (const std::size_t end = i + lead.extra; i < end; ++i) {
      if (starts_code_point(text[i])) return false;
      code_point = (code_point << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    if (code_point < lead.smallest || code_point > 0x10FFFF) return false;
    if (code_point >= 0xD800 && code_point <= 0xDFFF) return false;
  }
  return true;
}

}  // namespace dossier::utf8
