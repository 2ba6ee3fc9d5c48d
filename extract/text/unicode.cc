// SPDX-License-Identifier: Apache-2.0
#include "extract/text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "dossier/error.h"
#include "model/ascii.h"

namespace dossier::extract {

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (char32_t c : text) {
    char buffer[4];
    std::int32_t length = 0;
    UBool failed = false;
    U8_APPEND(buffer, length, 4, static_cast<UChar32>(c), failed);
    if (failed) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(buffer, static_cast<std::size_t>(length));
    }
  }
  return out;
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

std::string well_formed(std::string_view utf8) { return to_utf8(to_code_points(utf8)); }

/// Marks of the direction of writing that web pages leave between words: nobody sees them.
bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_space(char32_t c) {
  return c == U' ' || is_direction_mark(c) || (c >= 0x09 && c <= 0x0D) || c == 0x200B ||
         c == 0xFEFF || c == 0x2060 || (c > 0x7F && u_isUWhiteSpace(static_cast<UChar32>(c)));
}

bool is_line_end(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'\f' || c == 0x2028 || c == 0x2029 || c == 0x85;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'`' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB ||
         c == 0xBB || c == 0x2039 || c == 0x203A;
}
bool is_quote(std::string_view word) {
  if (word == "``" || word == "''") return true;
  if (word.empty() || word.size() > 3) return false;
  const std::u32string text = to_code_points(word);
  return text.size() == 1 && is_quote(text[0]);
}
bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x2BC; }

std::u32string to_lower(std::u32string_view text) {
  std::u32string out(text);
  for (char32_t& c : out) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return out;
}

std::string to_lower(std::string_view utf8) {
  const bool ascii = std::all_of(utf8.begin(), utf8.end(),
                                 [](char c) { return static_cast<signed char>(c) >= 0; });
  if (!ascii) return to_utf8(to_lower(to_code_points(utf8)));
  return ascii_lower(utf8);
}

std::string without_accents(std::string_view utf8) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(utf8.begin(), utf8.end(), is_ascii)) return std::string(utf8);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* parts = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error))
    throw Error(ErrorCode::input, std::string("ICU has no data: ") + u_errorName(error) +
                                      ". Install the package libicu72.");
  const icu::UnicodeString split =
      parts->normalize(icu::UnicodeString::fromUTF8(
                           icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size()))),
                       error);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1))
    if (u_charType(split.char32At(i)) != U_NON_SPACING_MARK) kept.append(split.char32At(i));
  std::string result;
  kept.toUTF8String(result);
  return result;
}

std::u32string undo_upper_case(std::u32string_view text) {
  std::u32string out(text);
  if (std::any_of(text.begin(), text.end(), is_lower)) return out;
  bool first = true;
  for (char32_t& c : out) {
    if (!first && is_letter(c)) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    first = !is_letter(c) && !is_apostrophe(c);
  }
  return out;
}

std::u32string_view trim(std::u32string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::u32string_view> split_words(std::u32string_view text) {
  std::vector<std::u32string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace dossier::extract
