// SPDX-License-Identifier: Apache-2.0
#include "storage/text/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>

#include "dossier/error.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kLongest = 64;  // bytes

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }
bool is_word(UChar32 c) { return c >= 0 && (u_isalnum(c) || is_mark(c)); }

// Written without spaces between words.
bool stands_alone(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || script == USCRIPT_HIRAGANA ||
         script == USCRIPT_KATAKANA;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(error);
  if (U_FAILURE(error)) {
    throw Error(ErrorCode::storage, std::string("ICU has no data: ") + u_errorName(error) +
                                        ". Install the package libicu72.");
  }
  return *found;
}

std::string fold(std::string_view word) {
  static const icu::Normalizer2& folding = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
  static const icu::Normalizer2& parts = normalizer(&icu::Normalizer2::getNFDInstance);
  UErrorCode error = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  const icu::UnicodeString split = parts.normalize(folding.normalize(source, error), error);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    if (u_charType(split.char32At(i)) != U_NON_SPACING_MARK) kept.append(split.char32At(i));
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

/// Reads a text from word to word.
class WordReader {
 public:
  WordReader(std::string_view text, const VisitWord& visit) : text_(text), visit_(visit) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const UChar32 c = next();
      if (!is_word(c)) continue;
      if (stands_alone_here(c)) {
        put(begin);
        continue;
      }
      bool plain = c < 0x80;
      for (std::size_t before = at_; at_ < text_.size(); before = at_) {
        const UChar32 more = next();
        if (is_word(more) && !stands_alone_here(more)) {
          plain = plain && more < 0x80;
          continue;
        }
        at_ = before;
        break;
      }
      plain ? put_plain(begin) : put(begin);
    }
  }

 private:
  static bool stands_alone_here(UChar32 c) { return c >= 0x2E80 && stands_alone(c); }

  // The character at the place, or a negative number for what is no UTF-8.
  UChar32 next() {
    if (is_ascii(text_[at_])) {
      const char c = text_[at_++];
      return is_ascii_word(c) ? c : -1;
    }
    UChar32 c = 0;
    std::size_t at = at_;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    U8_NEXT(bytes, at, text_.size(), c);
    at_ = at;
    return c;
  }

  void put_plain(std::size_t begin) {
    const std::string_view word = text_.substr(begin, std::min(at_ - begin, kLongest));
    folded_.assign(word);
    std::transform(folded_.begin(), folded_.end(), folded_.begin(), lower);
    visit_(folded_, begin, at_);
  }

  void put(std::size_t begin) {
    std::string_view word = text_.substr(begin, at_ - begin);
    if (word.size() > kLongest) {
      std::size_t end = kLongest;
      while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
      word = word.substr(0, end);
    }
    folded_ = fold(word);
    if (!folded_.empty()) visit_(folded_, begin, at_);
  }

  std::string_view text_;
  const VisitWord& visit_;
  std::size_t at_ = 0;
  std::string folded_;
};

}  // namespace

void each_word(std::string_view text, const VisitWord& visit) { WordReader(text, visit).run(); }

}  // namespace dossier::storage
