// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/time_spans.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "desk/ask/sentence_tokens.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Sentence;
using extract::TokenRange;

constexpr std::array<std::string_view, 10> kSpans{"second", "minute", "hour",   "day",  "night",
                                                  "week",   "month",  "decade", "year", "century"};

bool is_unit(const extract::Token& token) {
  const std::string lemma = ascii_lower(token.lemma);
  if (token.upos != extract::Upos::noun) return false;
  return std::find(kSpans.begin(), kSpans.end(), lemma) != kSpans.end();
}

bool is_half(const Sentence& sentence, std::uint32_t at) {
  return has(sentence, at, {"and", "a", "half"}) || has(sentence, at, {"and", "a", "quarter"});
}

/// "50,000 people a year", "twice a day": no span of time.
bool is_rate(const Sentence& sentence, std::uint32_t article) {
  if (article == 0) return true;
  const extract::Token& before = sentence.tokens[article - 1];
  const std::string word = lower(sentence, article - 1);
  return (before.upos != extract::Upos::adp && before.upos != extract::Upos::verb &&
          before.upos != extract::Upos::adv) ||
         word == "once" || word == "twice";
}

/// Behind the number that begins here: "five", "two and a half", "a", "half an"; `at` without one.
std::uint32_t number_end(const Sentence& sentence, std::uint32_t at) {
  if (has(sentence, at, {"half", "an"}) || has(sentence, at, {"half", "a"})) return at + 2;
  if (has(sentence, at, {"an"}) || has(sentence, at, {"a"}))
    return is_rate(sentence, at) ? at : at + 1;
  if (sentence.tokens[at].upos != extract::Upos::num) return at;
  std::uint32_t end = at + 1;
  while (end < sentence.tokens.size() && sentence.tokens[end].upos == extract::Upos::num) ++end;
  return is_half(sentence, end) ? end + 3 : end;
}

/// Behind a number and a unit of time; `at` without them.
std::uint32_t unit_end(const Sentence& sentence, std::uint32_t at) {
  const std::uint32_t number = number_end(sentence, at);
  if (number == at) return at;
  const bool article = sentence.tokens[at].upos == extract::Upos::det;
  for (std::uint32_t i = number; i < sentence.tokens.size() && i < number + (article ? 1 : 3); ++i)
    if (is_unit(sentence.tokens[i])) return is_half(sentence, i + 1) ? i + 4 : i + 1;
  return at;
}

/// "five years", "half an hour", "two hours, 21 minutes and 8 seconds".
std::optional<TokenRange> duration_at(const Sentence& sentence, std::uint32_t at) {
  std::uint32_t end = unit_end(sentence, at);
  if (end == at) return std::nullopt;
  const auto joins = [&](std::uint32_t i) {
    return i + 1 < sentence.tokens.size() &&
           (sentence.tokens[i].text == "," || lower(sentence, i) == "and");
  };
  while (joins(end) && sentence.tokens[end + 1].upos == extract::Upos::num) {
    const std::uint32_t more = unit_end(sentence, end + 1);
    if (more == end + 1) break;
    end = more;
  }
  return TokenRange{at, end};
}

/// "11 days ago", "five days later", "ten years old" are no spans.
bool is_point(const Sentence& sentence, const TokenRange& range) {
  if (range.last >= sentence.tokens.size()) return false;
  const std::string next = lower(sentence, range.last);
  return next == "ago" || next == "later" || next == "earlier" || next == "old" || next == "late" ||
         next == "before" || next == "after";
}

}  // namespace

std::vector<TokenRange> spans_in(const Sentence& sentence) {
  std::vector<TokenRange> out;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::optional<TokenRange> range = duration_at(sentence, i);
    if (!range) continue;
    if (!is_point(sentence, *range)) out.push_back(*range);
    i = range->last - 1;
  }
  return out;
}

bool is_span(const std::string& text) {
  std::string unit = ascii_lower(text.substr(text.find_last_of(' ') + 1));
  if (unit.ends_with('s')) unit.pop_back();
  return std::find(kSpans.begin(), kSpans.end(), unit) != kSpans.end();
}

}  // namespace dossier::asking
