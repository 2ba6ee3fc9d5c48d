// SPDX-License-Identifier: Apache-2.0
#include "parser/results/escape.h"

#include <fmt/format.h>

#include <iterator>

#include "dossier/error.h"

namespace dossier::results {
namespace {

[[noreturn]] void refuse(unsigned code_point) {
  throw Error(ErrorCode::unsupported,
              fmt::format("a value holds the character U+{:04X}, which XML 1.0 cannot carry; use "
                          "the json format",
                          code_point));
}

}  // namespace
void append_json(std::string& out, std::string_view text) {
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (byte < 0x20) {
          fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
        } else {
          out += c;
        }
    }
  }
}

void append_xml(std::string& out, std::string_view text) {
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\r':
      case '\n':
      case '\t':
        // As references, so that attribute and line-end normalisation leaves them alone.
        fmt::format_to(std::back_inserter(out), "&#x{:X};", byte);
        break;
      default:
        if (byte < 0x20) refuse(byte);
        if (byte == 0xBF && out.ends_with("\xEF\xBF")) refuse(0xFFFF);
        if (byte == 0xBE && out.ends_with("\xEF\xBF")) refuse(0xFFFE);
        out += c;
    }
  }
}

}  // namespace dossier::results
