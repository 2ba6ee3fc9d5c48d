// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/counted_units.h"

#include <algorithm>
#include <array>

#include "extract/analyze/number_words.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

namespace {

constexpr std::uint32_t kLongestUnit = 6;  ///< words

/// Dollars and pounds that say whose they are.
std::string of_country(const std::string& code, std::string_view noun, std::string_view country) {
  if (country == "Canada" && noun.starts_with("dollar")) return "CAD";
  if (country == "Australia" && noun.starts_with("dollar")) return "AUD";
  if (country == "Hong Kong" && noun.starts_with("dollar")) return "HKD";
  if (country == "Singapore" && noun.starts_with("dollar")) return "SGD";
  if (country == "Egypt" && noun.starts_with("pound")) return "EGP";
  if (country == "Syria" && noun.starts_with("pound")) return "SYP";
  if (country == "Belarus" && noun.starts_with("r")) return "BYN";
  if (country == "Pakistan" && noun.starts_with("rupee")) return "PKR";
  return code;
}

}  // namespace

CountedUnits::CountedUnits(const Document& document, const Sentence& sentence,
                           const Lexicon& lexicon)
    : document_(document), sentence_(sentence), lexicon_(lexicon), tokens_(sentence.tokens) {
  for (const Token& token : tokens_) words_.push_back(to_lower(std::string_view(token.text)));
}

const std::string& CountedUnits::word(std::uint32_t i) const {
  static const std::string kNone;
  return i < words_.size() ? words_[i] : kNone;
}

Label<Xpos> CountedUnits::tag(std::uint32_t i) const {
  return i < tokens_.size() ? tokens_[i].xpos : Label<Xpos>();
}

bool CountedUnits::in_date(std::uint32_t at) const {
  return std::any_of(
      sentence_.times.begin(), sentence_.times.end(), [&](const TimeExpression& time) {
        if (!time.tokens.contains(at)) return false;
        const std::string& last = word(time.tokens.last - 1);
        const bool span =
            is_time_unit(last) || last == "ago" || last == "later" || last == "earlier";
        return !span;
      });
}

bool CountedUnits::is_time_unit(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return word == "day" || word == "week" || word == "month" || word == "year" || word == "hour" ||
         word == "minute" || word == "decade" || word == "second";
}

bool CountedUnits::is_percent(std::uint32_t at) const {
  const std::string& text = word(at);
  return text == "%" || text == "percent" || text == "pct" ||
         (text == "per" && word(at + 1) == "cent") || text == "percentage";
}

std::uint32_t CountedUnits::percent_end(std::uint32_t at) const {
  const bool two =
      word(at) == "per" || (word(at) == "percentage" && word(at + 1).starts_with("point"));
  const std::uint32_t end = at + (two ? 2 : 1);
  // "costs 30 percent more": a difference, and not the whole.
  const std::string& next = word(end);
  return next == "more" || next == "less" || next == "fewer" ? end + 1 : end;
}

std::string CountedUnits::currency_after(std::uint32_t& at) const {
  for (std::uint32_t length = 1; length <= 2; ++length) {
    const std::uint32_t noun = at + length - 1;
    if (noun >= tokens_.size()) break;
    const NameInfo info =
        lexicon_.name(tokens_[noun].text == word(noun) ? word(noun) : tokens_[noun].text);
    if (!info.is(kCurrency)) continue;
    const NameInfo whose = length == 2 ? lexicon_.name(tokens_[at].text) : NameInfo{};
    if (length == 2 && !whose.is(kCountry | kNationality)) continue;
    at = noun + 1;
    return of_country(std::string(info.canonical), word(noun), whose.canonical);
  }
  return {};
}

std::string CountedUnits::unit_phrase(std::uint32_t& at) const {
  if (word(at) == "-") return hyphenated_unit(at);
  if (word(at) == "of") return unit_of_part(at);
  std::uint32_t end = at;
  while (word(end) == "more" || word(end) == "other" || word(end) == "additional") ++end;
  const std::uint32_t first = end;
  const std::uint32_t last = noun_phrase_end(first);
  if (last == first) return {};
  at = last;
  if (is_rate(at)) at += 2;
  // "six branches of Kenyan universities": what is counted goes on.
  const bool plural = tag(last - 1) == Xpos::nns || tag(last - 1) == Xpos::nnps;
  if (plural && word(last) == "of" && !is_time_unit(word(last - 1)))
    at = std::max(at, noun_phrase_end(last + 1));
  return single_line(document_, {tokens_[first].span.begin, tokens_[at - 1].span.end});
}

/// "90 km/h": the unit goes on behind the stroke.
bool CountedUnits::is_rate(std::uint32_t at) const {
  if (at == 0 || at + 1 >= tokens_.size() || word(at) != "/" || !tag(at + 1).is(Xpos::nn))
    return false;
  return tokens_[at - 1].span.end == tokens_[at].span.begin &&
         tokens_[at].span.end == tokens_[at + 1].span.begin;
}

/// "five of the ten boats" counts boats.
std::string CountedUnits::unit_of_part(std::uint32_t at) const {
  const std::string& determiner = word(at + 1);
  if (determiner != "the" && determiner != "these" && determiner != "those") return {};
  const WrittenNumber whole = number_at(tokens_, at + 2);
  if (whole.end == at + 2) return {};
  std::uint32_t noun = whole.end;
  return tag(noun).is(Xpos::nn) || tag(noun).is(Xpos::jj) ? unit_phrase(noun) : std::string();
}

/// "a 15-year term", "a 5-km road": the unit alone; "one-sided" counts nothing.
std::string CountedUnits::hyphenated_unit(std::uint32_t& at) const {
  const bool noun = tag(at + 1) == Xpos::nn && lexicon_.word(word(at + 1)).noun;
  if (!noun || word(at + 2) == "-") return {};
  at += 2;
  return word(at - 1);
}

/// The end of the adjectives and nouns at `first`, with a noun last; `first` when there are none.
std::uint32_t CountedUnits::noun_phrase_end(std::uint32_t first) const {
  std::uint32_t end = first;
  std::uint32_t last_noun = first;
  while (end < tokens_.size() && end - first < kLongestUnit) {
    const Label<Xpos> t = tag(end);
    const bool inside = t.is(Xpos::nn) || t.is(Xpos::jj) || t == Xpos::vbn || t == Xpos::vbg ||
                        (t == Xpos::hyph && end > first) || (t == Xpos::pos && end > first);
    if (!inside || in_date(end)) break;
    ++end;
    if (!t.is(Xpos::nn)) continue;
    last_noun = end;
    // A plural closes the phrase unless a noun follows; "for two weeks Berg waited".
    const bool goes_on = tag(end).is(Xpos::nn) && !(t == Xpos::nns && tag(end) == Xpos::nnp);
    if ((t == Xpos::nns || t == Xpos::nnps) && !goes_on && tag(end) != Xpos::hyph) break;
  }
  return last_noun;
}

std::uint32_t CountedUnits::rounding_begin(std::uint32_t at) const {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"about", "around", "approximately", "roughly", "nearly", "almost", "some", "over", "under",
       "estimated", "~", "circa", "approx.", "exceeding", "barely"});
  if (at == 0) return at;
  std::uint32_t before = at - 1;
  if ((word(before) == "a" || word(before) == "an" || word(before) == "the") && before > 0)
    --before;
  if (std::find(kWords.begin(), kWords.end(), word(before)) != kWords.end()) return before;
  if (before == 0) return at;
  const std::string& first = word(before - 1);
  const std::string& second = word(before);
  const bool than = second == "than" && (first == "more" || first == "less" || first == "fewer");
  const bool bounds = than || (second == "least" && first == "at") ||
                      (second == "most" && first == "at") ||
                      (second == "to" && (first == "up" || first == "close")) ||
                      (second == "as" && (first == "many" || first == "much"));
  if (!bounds) return at;
  // "no more than 40"
  const bool denied =
      than && before >= 2 && (word(before - 2) == "no" || word(before - 2) == "not");
  return before - (denied ? 2 : 1);
}

bool CountedUnits::follows_approximation(std::uint32_t at) const {
  return word(at) == "+" || (word(at) == "or" && (word(at + 1) == "so" || word(at + 1) == "more"));
}

}  // namespace dossier::extract
