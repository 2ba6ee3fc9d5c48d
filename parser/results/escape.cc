// SPDX-License-Identifier: Apache-2.0
#include "parser/results/escape.h"

#include <fmt/format.h>

#include "model/find_byte.h"
#include "model/output_buffer.h"

namespace dossier::results {
namespace {

/// The escape of a byte in JSON; empty where it stands for itself.
std::string json_escape(unsigned char byte) {
  switch (byte) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return byte < 0x20 ? fmt::format("\\u{:04x}", byte) : std::string();
  }
}

constexpr bool is_json_special(unsigned char byte) {
  return (byte < 0x20) | (byte == '"') | (byte == '\\');
}

}  // namespace

template <typename Out>
void append_json(Out& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t i = 0; (i = find_byte(text, i, is_json_special)) < text.size(); ++i) {
    out.append(text.substr(copied, i - copied));
    out.append(json_escape(static_cast<unsigned char>(text[i])));
    copied = i + 1;
  }
  out.append(text.substr(copied));
}

template void append_json(std::string&, std::string_view);
template void append_json(OutputBuffer&, std::string_view);

}  // namespace dossier::results
