// SPDX-License-Identifier: Apache-2.0
#include "parser/grammar/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "dossier/error.h"

namespace dossier::grammar {
namespace {

constexpr char32_t kLastCodePoint = 0x10FFFF;

bool is_surrogate(char32_t code_point) { return code_point >= 0xD800 && code_point <= 0xDFFF; }

/// Length of the UTF-8 sequence that starts `text` (not empty), 0 when it is not valid.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  // The second byte alone reveals overlong forms, surrogates and code points above U+10FFFF.
  const std::uint8_t second = byte(1);
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
      (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) {
    return 0;
  }
  return length;
}

/// The first byte from `at` on that is not ASCII, eight at a time: most text is.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<std::uint8_t>(text[at]) < 0x80) ++at;
  return at;
}

[[noreturn]] void fail(const std::string& message, std::string_view text, const char* at) {
  throw Error::in_text(ErrorCode::syntax, message, text,
                       static_cast<std::uint64_t>(at - text.data()));
}

char32_t hex_value(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

/// The code point of the UCHAR that starts `rest`; `length` becomes that of the escape.
char32_t uchar_value(std::string_view rest, std::size_t& length, std::string_view text) {
  length = rest[1] == 'u' ? 6 : 10;
  const std::string_view digits = rest.substr(2, length - 2);
  const char32_t value = hex_value(digits);
  if (is_surrogate(value)) {
    fail("the escape " + std::string(rest.substr(0, length)) +
             " is one half of a surrogate pair: write the character itself or \\U and 8 digits",
         text, rest.data());
  }
  if (value > kLastCodePoint) {
    fail("the escape " + std::string(rest.substr(0, length)) +
             " is beyond the last character, U+10FFFF",
         text, rest.data());
  }
  return value;
}

char echar_value(char letter) {
  switch (letter) {
    case 't':
      return '\t';
    case 'b':
      return '\b';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    default:
      return letter;
  }
}

std::size_t quote_length(std::string_view terminal) {
  const bool is_long =
      terminal.size() >= 6 && terminal[1] == terminal[0] && terminal[2] == terminal[0];
  return is_long ? 3 : 1;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const std::size_t length = sequence_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

void require_utf8(std::string_view text) {
  if (const auto at = find_invalid_utf8(text)) {
    throw Error::in_text(ErrorCode::syntax, "the text is not valid UTF-8 here", text, *at);
  }
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::string string_value(std::string_view terminal, std::string_view text) {
  const std::size_t quotes = quote_length(terminal);
  std::string_view rest = terminal.substr(quotes, terminal.size() - 2 * quotes);
  std::string value;
  value.reserve(rest.size());
  while (!rest.empty()) {
    const std::size_t plain = std::min(rest.find('\\'), rest.size());
    value.append(rest.substr(0, plain));
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    std::size_t length = 2;
    if (rest[1] == 'u' || rest[1] == 'U') {
      append_utf8(value, uchar_value(rest, length, text));
    } else {
      value.push_back(echar_value(rest[1]));
    }
    rest.remove_prefix(length);
  }
  return value;
}

std::string iri_value(std::string_view terminal, std::string_view text) {
  std::string_view rest = terminal.substr(1, terminal.size() - 2);
  std::string value;
  value.reserve(rest.size());
  while (!rest.empty()) {
    const std::size_t plain = std::min(rest.find('\\'), rest.size());
    value.append(rest.substr(0, plain));
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    std::size_t length = 0;
    const char32_t code_point = uchar_value(rest, length, text);
    constexpr std::u32string_view kForbidden = U"<>\"{}|^`\\";
    if (code_point <= 0x20 || kForbidden.find(code_point) != std::u32string_view::npos) {
      fail("the escape " + std::string(rest.substr(0, length)) +
               " is a character that an IRI cannot contain: write it as %XX",
           text, rest.data());
    }
    append_utf8(value, code_point);
    rest.remove_prefix(length);
  }
  return value;
}

std::string local_name_value(std::string_view local_name) {
  std::string value;
  value.reserve(local_name.size());
  for (std::size_t i = 0; i < local_name.size(); ++i) {
    if (local_name[i] == '\\') ++i;
    value.push_back(local_name[i]);
  }
  return value;
}

LanguageTag language_value(std::string_view terminal, std::string_view text) {
  const std::string_view tag = terminal.substr(1);
  const std::size_t dashes = tag.find("--");
  if (dashes == std::string_view::npos) return {std::string(tag), Direction::none};
  const std::string_view direction = tag.substr(dashes + 2);
  if (direction != "ltr" && direction != "rtl") {
    fail("the base direction of a string is --ltr or --rtl, not --" + std::string(direction), text,
         direction.data());
  }
  return {std::string(tag.substr(0, dashes)), direction == "ltr" ? Direction::ltr : Direction::rtl};
}

}  // namespace dossier::grammar
