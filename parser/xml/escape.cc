// SPDX-License-Identifier: Apache-2.0
#include "parser/xml/escape.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "model/find_byte.h"
#include "model/output_buffer.h"

namespace dossier::xml {
namespace {

[[noreturn]] void refuse(unsigned code_point) {
  throw Error(ErrorCode::unsupported,
              fmt::format("a value holds the character U+{:04X}, which XML 1.0 cannot carry; "
                          "use another format",
                          code_point));
}

/// The escape of a byte in XML; empty where it stands for itself.
std::string xml_escape(unsigned char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\r':
    case '\n':
    case '\t':
      // As references, so that attribute and line-end normalisation leaves them alone.
      return fmt::format("&#x{:X};", byte);
    default:
      if (byte < 0x20) refuse(byte);
      return {};
  }
}

/// U+FFFE and U+FFFF end so.
void require_character(std::string_view text, std::size_t end) {
  if (end < 2 || text.substr(end - 2, 2) != "\xEF\xBF") return;
  if (text[end] == '\xBF') refuse(0xFFFF);
  if (text[end] == '\xBE') refuse(0xFFFE);
}

constexpr bool is_xml_special(unsigned char byte) {
  return (byte < 0x20) | (byte == '&') | (byte == '<') | (byte == '>') | (byte == '"');
}
/// The two last bytes may end a character that XML does not have.
constexpr bool is_worth_a_look(unsigned char byte) {
  return is_xml_special(byte) | (byte == 0xBE) | (byte == 0xBF);
}

}  // namespace

template <typename Out>
void append_escaped(Out& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t i = 0; (i = find_byte(text, i, is_worth_a_look)) < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xBE || byte == 0xBF) require_character(text, i);
    if (!is_xml_special(byte)) continue;
    out.append(text.substr(copied, i - copied));
    out.append(xml_escape(byte));
    copied = i + 1;
  }
  out.append(text.substr(copied));
}

template void append_escaped(std::string&, std::string_view);
template void append_escaped(OutputBuffer&, std::string_view);

}  // namespace dossier::xml
