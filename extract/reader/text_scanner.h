// SPDX-License-Identifier: Apache-2.0
// Small steps through a text, for what is read by its form: dates and times.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extract/text/unicode.h"

namespace dossier::extract {

/// A place in a text. A step that fails may have gone on; who calls it goes back.
class TextScanner {
 protected:
  TextScanner(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  bool take(char32_t c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  bool number(int& out, int min_digits, int max_digits) {
    int digits = 0;
    out = 0;
    while (digits < max_digits && is_digit(peek())) {
      out = out * 10 + static_cast<int>(peek() - U'0');
      ++at_;
      ++digits;
    }
    return digits >= min_digits;
  }

  std::string word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    return to_lower(to_utf8(text_.substr(begin, at_ - begin)));
  }

  std::u32string_view text_;
  std::size_t at_;
};

}  // namespace dossier::extract
