// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/word_pieces.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>

#include "dossier/error.h"
#include "extract/text/unicode.h"

namespace dossier::extract::encoder {
namespace {

constexpr std::size_t kLongestWord = 100;
constexpr std::string_view kInside = "##";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// Decomposed, without accents, in lower case.
std::u32string plain(std::string_view word) {
  if (is_ascii(word)) return to_lower(std::u32string(word.begin(), word.end()));
  UErrorCode failed = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(failed);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  if (U_SUCCESS(failed)) text = decompose->normalize(text, failed);
  if (U_FAILURE(failed)) throw Error(ErrorCode::limit, "ICU cannot decompose a word");
  std::string utf8;
  text.toUTF8String(utf8);
  std::u32string letters = to_code_points(utf8);
  std::erase_if(letters, [](char32_t c) {
    return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
  });
  return to_lower(letters);
}

bool is_invisible(char32_t c) {
  const int type = u_charType(static_cast<UChar32>(c));
  return c == 0 || c == 0xFFFD || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR ||
         type == U_PRIVATE_USE_CHAR || type == U_UNASSIGNED || type == U_SURROGATE;
}

bool is_chinese(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x2F800 && c <= 0x2FA1F);
}

/// A character that is a word of its own.
bool stands_alone(char32_t c) {
  if (c < 0x80) return c > ' ' && c != 0x7F && !u_isalnum(static_cast<UChar32>(c));
  return u_ispunct(static_cast<UChar32>(c)) || is_chinese(c);
}

}  // namespace

WordPieces::WordPieces(StringTable vocabulary) : vocabulary_(vocabulary) {
  begins_.reserve(vocabulary.size());
  for (Piece i = 0; i < vocabulary.size(); ++i) {
    const std::string_view text = vocabulary.at(i);
    const bool inside = text.starts_with(kInside) && text.size() > kInside.size();
    if (inside) inner_.emplace(text.substr(kInside.size()), i);
    begins_.emplace(text, i);
  }
  unknown_ = required("[UNK]");
  first_ = required("[CLS]");
  last_ = required("[SEP]");
}

WordPieces::Piece WordPieces::required(std::string_view piece) const {
  const auto found = begins_.find(piece);
  if (found != begins_.end()) return found->second;
  throw Error(ErrorCode::input,
              fmt::format("the language model ENCO cannot be used: it has no piece {}", piece));
}

void WordPieces::append(std::string_view word, std::vector<Piece>& pieces) const {
  std::u32string letters;
  const auto flush = [&] {
    if (letters.size() > kLongestWord) {
      pieces.push_back(unknown_);
    } else if (!letters.empty()) {
      append_plain(to_utf8(letters), pieces);
    }
    letters.clear();
  };
  for (const char32_t c : plain(word)) {
    if (is_invisible(c)) continue;
    if (is_space(c)) {
      flush();
    } else if (stands_alone(c)) {
      flush();
      letters.push_back(c);
      flush();
    } else {
      letters.push_back(c);
    }
  }
  flush();
}

void WordPieces::append_plain(std::string_view letters, std::vector<Piece>& pieces) const {
  const std::size_t before = pieces.size();
  for (std::size_t begin = 0; begin < letters.size();) {
    const auto& table = begin == 0 ? begins_ : inner_;
    std::size_t end = letters.size();
    auto found = table.end();
    for (; end > begin; --end) {
      found = table.find(letters.substr(begin, end - begin));
      if (found != table.end()) break;
    }
    if (end == begin) {
      pieces.resize(before);
      pieces.push_back(unknown_);
      return;
    }
    pieces.push_back(found->second);
    begin = end;
  }
}

}  // namespace dossier::extract::encoder
