// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/time_rewrites.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace dossier::asking {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

bool is_number(const Word& one) {
  return !one.text.empty() &&
         std::all_of(one.text.begin(), one.text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Between which dates", "from when until when", "for how long", "since when".
void time_span(std::vector<Word>& words) {
  for (const auto& opening : {std::initializer_list<std::string_view>{"between", "which", "dates"},
                              {"between", "which", "days"},
                              {"between", "which", "years"},
                              {"on", "which", "days"},
                              {"on", "which", "dates"},
                              {"from", "when", "until", "when"},
                              {"from", "when", "to", "when"},
                              {"since", "when"},
                              {"until", "when"},
                              {"how", "long", "ago"}}) {
    if (words.size() <= opening.size() + 1 || !stands_at(words, 0, opening)) continue;
    erase_words(words, 0, opening.size());
    insert_words(words, 0, {make_word("when", "ADV", "WRB")});
    return;
  }
  if (stands_at(words, 0, {"for", "how", "long"})) erase_words(words, 0, 1);
}

/// "How long did it take X to do Y?" as "How long did X do Y?"
void time_taken(std::vector<Word>& words) {
  if (!stands_at(words, 0, {"how", "long"}) || words.size() < 7 || !is_auxiliary(words[2])) return;
  if (!stands_at(words, 3, {"it", "take"})) return;
  const auto to = std::find_if(words.begin() + 5, words.end(),
                               [](const Word& one) { return one.lower == "to"; });
  if (to == words.end() || to + 1 == words.end()) return;
  const auto at = static_cast<std::size_t>(to - words.begin());
  erase_words(words, at, at + 1);
  erase_words(words, 3, 5);
  if (at == 5) insert_words(words, 3, {make_word("they", "PRON", "PRP")});
  words[at == 5 ? 4 : at - 2].xpos = "VB";
}

/// "between 20 November and 30 November 2022": both are of that year.
void share_year(std::vector<Word>& words) {
  const auto month = [](const Word& one) {
    return std::find(kMonths.begin(), kMonths.end(), one.lower) != kMonths.end();
  };
  for (std::size_t i = 0; i + 6 < words.size(); ++i) {
    const bool both = words[i].lower == "between" && is_number(words[i + 1]) &&
                      month(words[i + 2]) && words[i + 3].lower == "and" &&
                      is_number(words[i + 4]) && month(words[i + 5]) && is_number(words[i + 6]) &&
                      words[i + 6].text.size() == 4;
    if (!both) continue;
    insert_words(words, i + 3, {Word(words[i + 6])});
    return;
  }
}

}  // namespace

void rewrite_times(std::vector<Word>& words) {
  time_span(words);
  time_taken(words);
  share_year(words);
}

}  // namespace dossier::asking
