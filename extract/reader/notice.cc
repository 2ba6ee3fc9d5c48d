// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/notice.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestNotice = 60;  ///< words
constexpr std::ptrdiff_t kPhoneDigits = 7;
constexpr std::size_t kLeastLegal = 2;
constexpr std::size_t kSureSigns = 3;  ///< acts and things of a sentence that leaves no doubt

std::string bare(std::u32string_view word) {
  while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
  while (!word.empty() && !is_letter(word.front())) word.remove_prefix(1);
  return to_lower(to_utf8(word));
}

/// What the words of a sentence tell.
struct Signs {
  std::size_t acts = 0, things = 0, legal = 0;
  bool spoken_to = false;

  bool make_notice() const { return (acts > 0 && things > 0 && spoken_to) || legal >= kLeastLegal; }
};

/// "Sign up", "please visit", "to view", "you can order", "print or share": asks for it.
bool asks(const std::string& before) {
  return before.empty() || before == "to" || before == "please" || before == "can" ||
         before == "may" || before == "or" || before == "and" || before == "you" ||
         before == "have" || before == "you've" || before == "simply" || before == "always" ||
         before == "just";
}

bool is_number_to_call(std::u32string_view word) {
  return std::count_if(word.begin(), word.end(), is_digit) >= kPhoneDigits;
}

bool is_address(std::u32string_view word) {
  return word.find(U'@') != std::u32string_view::npos ||
         word.find(U"://") != std::u32string_view::npos || word.starts_with(U"www.");
}

Signs signs_of(const std::vector<std::u32string_view>& sentence) {
  static const WordSet acts("notices", "act");
  static const WordSet things("notices", "thing");
  static const WordSet legal("notices", "legal");
  static const WordSet addressed("notices", "addressed");
  Signs signs;
  std::string before;
  for (const std::u32string_view raw : sentence) {
    const std::string word = bare(raw);
    const bool act = acts.contains(word) && asks(before);
    if (act) ++signs.acts;
    // An order speaks to somebody without naming him.
    signs.spoken_to = signs.spoken_to || addressed.contains(word) || (act && before.empty());
    if ((!act && things.contains(word)) || is_number_to_call(raw) || is_address(raw))
      ++signs.things;
    signs.legal += legal.contains(word) ? 1 : 0;
    before = word;
  }
  return signs;
}

std::vector<std::vector<std::u32string_view>> sentences_of(std::u32string_view line) {
  std::vector<std::vector<std::u32string_view>> sentences(1);
  for (const std::u32string_view word : split_words(line)) {
    sentences.back().push_back(word);
    const char32_t last = word.back();
    if (last == U'.' || last == U'!' || last == U'?') sentences.emplace_back();
  }
  if (sentences.back().empty()) sentences.pop_back();
  return sentences;
}

}  // namespace

Notice notice_of(std::u32string_view line) {
  if (split_words(line).size() > kLongestNotice) return Notice::none;
  std::size_t notices = 0, all = 0;
  bool plain = false;
  for (const auto& sentence : sentences_of(line)) {
    ++all;
    const Signs signs = signs_of(sentence);
    if (!signs.make_notice()) continue;
    ++notices;
    plain = plain || signs.acts + signs.things >= kSureSigns || signs.legal > kLeastLegal;
  }
  if (notices * 2 < all || notices == 0) return Notice::none;
  return notices == all && plain ? Notice::sure : Notice::likely;
}

}  // namespace dossier::extract
