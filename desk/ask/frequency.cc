// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/frequency.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "desk/ask/reading.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using Tokens = std::vector<extract::Token>;

template <std::size_t n>
bool is_one(const std::array<std::string_view, n>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower_at(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? ascii_lower(tokens[at].text) : std::string();
}

bool is_unit(const Tokens& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 24> kUnits{
      "minute", "hour",   "day",     "night",     "morning",  "evening", "week",     "fortnight",
      "month",  "season", "quarter", "year",      "decade",   "spring",  "summer",   "autumn",
      "winter", "monday", "tuesday", "wednesday", "thursday", "friday",  "saturday", "sunday"};
  std::string word = lower_at(tokens, at);
  if (word.size() > 3 && word.ends_with('s')) word.pop_back();
  return is_one(kUnits, word);
}

/// Behind the phrase that begins here; `at` when none does.
std::size_t frequency_end(const Tokens& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 7> kAdverbs{
      "hourly", "daily", "nightly", "weekly", "monthly", "yearly", "annually"};
  static constexpr std::array<std::string_view, 5> kPer{"a", "an", "per", "each", "every"};
  const std::string word = lower_at(tokens, at);
  // "weekly" of "the weekly Post" says nothing of it.
  if (is_one(kAdverbs, word) && tokens[at].upos == extract::Upos::adv) return at + 1;
  const bool counted = tokens[at].upos == extract::Upos::num && lower_at(tokens, at + 1) == "times";
  if (word == "once" || word == "twice" || counted) {
    const std::size_t per = counted ? at + 2 : at + 1;
    return is_one(kPer, lower_at(tokens, per)) && is_unit(tokens, per + 1) ? per + 2 : at;
  }
  if (word != "every" && word != "each") return at;
  const std::string next = lower_at(tokens, at + 1);
  const bool number = at + 1 < tokens.size() && tokens[at + 1].upos == extract::Upos::num;
  const bool other = next == "other" || next == "second" || next == "few" || number;
  const std::size_t unit = other ? at + 2 : at + 1;
  return is_unit(tokens, unit) ? unit + 1 : at;
}

}  // namespace

std::string frequency_in(const std::string& sentence) {
  std::string found;
  const extract::Analysis analysis = analysed(sentence, false);
  for (const extract::Sentence& parsed : analysis.sentences) {
    for (std::size_t i = 0; i < parsed.tokens.size(); ++i) {
      const std::size_t end = frequency_end(parsed.tokens, i);
      if (end == i) continue;
      if (!found.empty()) return {};
      for (; i < end; ++i) found += (found.empty() ? "" : " ") + parsed.tokens[i].text;
      --i;
    }
  }
  return found;
}

}  // namespace dossier::asking
