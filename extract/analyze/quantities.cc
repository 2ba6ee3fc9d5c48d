// SPDX-License-Identifier: Apache-2.0
//
// At each word that is no part of a date: money with its sign before ("$2-3 million", "US$ 3.2m"),
// or a number (number_words.h), which counts what comes after it: a percentage, a currency, or a
// noun phrase of at most six words whose last noun is the unit ("six branches of Russian
// universities").
// "five of the ten boats" counts boats; "a 15-year term" has the unit year.
//
// A range is two numbers with "-", "to" or "between ... and", and a scale word after the second
// holds for both. Words before the number make it approximate. Numbers that count nothing are left
// out: labels ("Article 7", "COVID-19"), odds ("one in five"), figures of speech ("one day"), and
// bare numbers that may be years.
#include "extract/analyze/quantities.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/analyze/number_words.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::uint32_t kLongestUnit = 6;  ///< words

class QuantityReader {
 public:
  QuantityReader(const Document& document, const Sentence& sentence, const Lexicon& lexicon)
      : document_(document), sentence_(sentence), lexicon_(lexicon), tokens_(sentence.tokens) {
    for (const Token& token : tokens_) words_.push_back(to_lower(std::string_view(token.text)));
  }

  std::vector<Quantity> read() {
    std::vector<Quantity> quantities;
    for (std::uint32_t at = 0; at < words_.size();) {
      std::optional<Quantity> quantity = read_at(at);
      if (quantity) {
        at = std::max(quantity->tokens.last, at + 1);
        quantities.push_back(std::move(*quantity));
      } else {
        ++at;
      }
    }
    return quantities;
  }

 private:
  const std::string& word(std::uint32_t i) const {
    static const std::string kNone;
    return i < words_.size() ? words_[i] : kNone;
  }
  Label<Xpos> tag(std::uint32_t i) const {
    return i < tokens_.size() ? tokens_[i].xpos : Label<Xpos>();
  }

  /// Part of a date. A span of time ("the past ten days") holds a quantity all the same.
  bool in_date(std::uint32_t at) const {
    return std::any_of(
        sentence_.times.begin(), sentence_.times.end(), [&](const TimeExpression& time) {
          if (!time.tokens.contains(at)) return false;
          const std::string& last = word(time.tokens.last - 1);
          const bool span =
              is_time_unit(last) || last == "ago" || last == "later" || last == "earlier";
          return !span;
        });
  }

  static bool is_time_unit(std::string_view word) {
    if (word.ends_with('s')) word.remove_suffix(1);
    return word == "day" || word == "week" || word == "month" || word == "year" || word == "hour" ||
           word == "minute" || word == "decade" || word == "second";
  }

  std::optional<Quantity> read_at(std::uint32_t at) const {
    if (in_date(at)) return std::nullopt;
    if (const std::string code = currency_before(at); !code.empty()) return money(at, code);
    if ((word(at) == "a" || word(at) == "an") && is_time_unit(word(at + 1)) && approximates(at)) {
      return made(at, at + 2, "1", {}, word(at + 1));
    }
    if ((word(at) == "a" && word(at + 1) == "dozen") || word(at) == "dozens") return dozen(at);
    const WrittenNumber number = number_at(tokens_, at);
    if (const WrittenNumber sum = sum_at(at); sum.end > at && number.end == at) {
      std::uint32_t end = sum.end;
      const std::string code = currency_after(end);
      return code.empty() ? std::nullopt : std::optional(made(at, end, sum.value, {}, code));
    }
    if (number.end == at || is_label(at, number) || is_odds(at, number)) return std::nullopt;
    return counted(at, number);
  }

  /// "Article 7", "No. 5", "Sputnik 5", "COVID-19", "21st": numbers that count nothing.
  bool is_label(std::uint32_t at, const WrittenNumber& number) const {
    if (at == 0) return false;
    const std::string& before = word(at - 1);
    if (before == "no." || before == "nos." || before == "#" || before == "/") return true;
    if (before == "-" && at >= 2 && tokens_[at - 1].span.begin == tokens_[at - 2].span.end)
      return true;
    if (number.from_words) return false;
    const bool name = tag(at - 1) == Xpos::nnp || tag(at - 1) == Xpos::nn;
    return name && !tag(number.end).is(Xpos::nn) && !is_percent(number.end) &&
           !tag(number.end).is(Xpos::jj);
  }

  /// "one in five", either number of it.
  bool is_odds(std::uint32_t at, const WrittenNumber& number) const {
    const auto is_small = [&](std::uint32_t i) { return small_number(word(i)) > 0; };
    if (!number.from_words || number.end != at + 1) return false;
    const bool first = word(at) == "one" && word(at + 1) == "in" && is_small(at + 2);
    return first || (at >= 2 && word(at - 1) == "in" && word(at - 2) == "one");
  }

  std::optional<Quantity> dozen(std::uint32_t at) const {
    if (word(at) == "dozens") return std::nullopt;
    std::uint32_t end = at + 2;
    const std::string unit = unit_phrase(end);
    if (unit.empty()) return std::nullopt;
    return made(at, end, "12", {}, unit);
  }

  /// "$", "€", "US$", "USD" right before a number.
  std::string currency_before(std::uint32_t at) const {
    if (at + 1 >= tokens_.size() || sum_at(at + 1).end == at + 1) return {};
    const NameInfo info = lexicon_.name(tokens_[at].text);
    const bool sign = tag(at) == Xpos::currency || tokens_[at].text.find('$') != std::string::npos;
    const bool plain = info.is(kCurrency) && tokens_[at].text != "ALL" && tokens_[at].text != "TOP";
    return (sign || plain) && info.is(kCurrency) && !word_is_noun(at) ? std::string(info.canonical)
                                                                      : std::string();
  }

  bool word_is_noun(std::uint32_t at) const {
    return tokens_[at].text == word(at) && tag(at) != Xpos::currency;
  }

  std::optional<Quantity> money(std::uint32_t at, const std::string& code) const {
    const WrittenNumber number = sum_at(at + 1);
    std::string value = number.value;
    std::string upper;
    std::uint32_t end = number.end;
    if (is_range_link(end) || is_between(at, end)) {
      const std::uint32_t next = currency_before(end + 1).empty() ? end + 1 : end + 2;
      if (const WrittenNumber second = sum_at(next); second.end > next) {
        value = with_scale_of(second, value, number.end - at > 2);
        upper = second.value;
        end = second.end;
      }
    }
    return made(at, end, value, upper, code);
  }

  /// "between $2 million and": the link at `end` of a number that begins at `begin`.
  bool is_between(std::uint32_t begin, std::uint32_t end) const {
    return word(end) == "and" && begin > 0 && word(begin - 1) == "between";
  }

  /// A sum of money: a number, or one with its multiplier's letter, "3.2m", which it is only here.
  WrittenNumber sum_at(std::uint32_t at) const {
    const WrittenNumber plain = number_at(tokens_, at);
    const std::string& text = word(at);
    const std::size_t letters = text.find_last_of("0123456789") + 1;
    if (plain.end > at || letters == 0 || letters == text.size()) return plain;
    const std::string_view letter = std::string_view(text).substr(letters);
    const std::string_view scale = letter == "k"                       ? "thousand"
                                   : letter == "m" || letter == "mn"   ? "million"
                                   : letter == "b" || letter == "bn"   ? "billion"
                                   : letter == "tn" || letter == "trn" ? "trillion"
                                                                       : "";
    if (scale.empty()) return plain;
    std::vector<Token> words(2);
    words[0].text = text.substr(0, letters);
    words[1].text = scale;
    WrittenNumber sum = number_at(words, 0);
    if (sum.end != words.size()) return plain;
    sum.end = at + 1;
    return sum;
  }

  bool is_range_link(std::uint32_t at) const {
    const std::string& link = word(at);
    return link == "-" || link == "\u2013" || link == "to";
  }

  /// "$2-3 million": the multiplier holds for both ends, unless the first has its own.
  std::string with_scale_of(const WrittenNumber& second, const std::string& value,
                            bool has_scale) const {
    const std::uint32_t scale = second.end - 1;
    const bool scaled = number_at(tokens_, scale).end == scale;
    if (!scaled || has_scale) return value;
    std::vector<Token> words(1);
    words[0].text = value;
    words.push_back(tokens_[scale]);
    const WrittenNumber both = number_at(words, 0);
    return both.end == 2 ? both.value : value;
  }

  bool is_percent(std::uint32_t at) const {
    const std::string& text = word(at);
    return text == "%" || text == "percent" || text == "pct" ||
           (text == "per" && word(at + 1) == "cent") || text == "percentage";
  }

  std::optional<Quantity> counted(std::uint32_t begin, const WrittenNumber& number) const {
    std::string value = number.value;
    std::string upper;
    std::uint32_t end = number.end;
    if (is_range_link(end) || is_between(begin, end)) {
      const WrittenNumber second = number_at(tokens_, end + 1);
      if (second.end > end + 1 && (word(end) != "to" || has_unit(second.end))) {
        value = with_scale_of(second, value, number.end - begin > 1);
        upper = second.value;
        end = second.end;
      }
    }
    if (is_percent(end)) {
      end += word(end) == "per" || (word(end) == "percentage" && word(end + 1).starts_with("point"))
                 ? 2
                 : 1;
      return made(begin, end, value, upper, "percent");
    }
    if (const std::string code = currency_after(end); !code.empty()) {
      return made(begin, end, value, upper, code);
    }
    const std::string unit = unit_phrase(end);
    if (unit.empty() && !stands_alone(number, begin)) return std::nullopt;
    if (number.value == "1" && number.from_words && (!upper.empty() || is_figure_of_speech(unit))) {
      return std::nullopt;
    }
    return made(begin, end, value, upper, unit);
  }

  /// "one day", "one thing", "one hand" count nothing.
  static bool is_figure_of_speech(std::string_view unit) {
    return unit == "day" || unit == "night" || unit == "time" || unit == "thing" || unit == "way" ||
           unit == "hand" || unit == "point" || unit == "side" || unit == "morning";
  }

  bool has_unit(std::uint32_t at) const { return is_percent(at) || !unit_phrase(at).empty(); }

  /// A bare number worth keeping: large, and no year or time of day.
  bool stands_alone(const WrittenNumber& number, std::uint32_t begin) const {
    const bool grouped = tokens_[begin].text.find(',') != std::string::npos;
    return grouped || number.value.size() >= 5 ||
           (number.end - begin > 1 && number.value.size() >= 4);
  }

  /// "dollars", "US dollars", "Russian rubles", "USD" after a number; moves past them.
  std::string currency_after(std::uint32_t& at) const {
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

  /// Dollars and pounds that say whose they are.
  static std::string of_country(const std::string& code, std::string_view noun,
                                std::string_view country) {
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

  /// The noun phrase counted, after a number; moves past it. Empty when there is none.
  std::string unit_phrase(std::uint32_t& at) const {
    if (word(at) == "-") return hyphenated_unit(at);
    if (word(at) == "of") return unit_of_part(at);
    std::uint32_t end = at;
    while (word(end) == "more" || word(end) == "other" || word(end) == "additional") ++end;
    const std::uint32_t first = end;
    const std::uint32_t last = noun_phrase_end(first);
    if (last == first) return {};
    at = last;
    // "six branches of Russian universities": what is counted goes on.
    const bool plural = tag(last - 1) == Xpos::nns || tag(last - 1) == Xpos::nnps;
    if (plural && word(last) == "of" && !is_time_unit(word(last - 1)))
      at = std::max(at, noun_phrase_end(last + 1));
    return single_line(document_, {tokens_[first].span.begin, tokens_[at - 1].span.end});
  }
  /// "five of the ten boats" counts boats.
  std::string unit_of_part(std::uint32_t at) const {
    const std::string& determiner = word(at + 1);
    if (determiner != "the" && determiner != "these" && determiner != "those") return {};
    const WrittenNumber whole = number_at(tokens_, at + 2);
    if (whole.end == at + 2) return {};
    std::uint32_t noun = whole.end;
    return tag(noun).is(Xpos::nn) || tag(noun).is(Xpos::jj) ? unit_phrase(noun) : std::string();
  }
  std::string unit_phrase(std::uint32_t&& at) const { return unit_phrase(at); }

  /// "a 15-year term", "a 5-km road": the unit alone; "one-sided" counts nothing.
  std::string hyphenated_unit(std::uint32_t& at) const {
    const bool noun = tag(at + 1) == Xpos::nn && lexicon_.word(word(at + 1)).noun;
    if (!noun || word(at + 2) == "-") return {};
    at += 2;
    return word(at - 1);
  }

  /// The end of the adjectives and nouns at `first`, with a noun last; `first` when there are none.
  std::uint32_t noun_phrase_end(std::uint32_t first) const {
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
      // A plural closes the phrase unless a noun follows.
      if ((t == Xpos::nns || t == Xpos::nnps) && !tag(end).is(Xpos::nn) && tag(end) != Xpos::hyph)
        break;
    }
    return last_noun;
  }

  /// Whether the words before `at` make the number approximate.
  bool approximates(std::uint32_t at) const {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"about", "around", "approximately", "roughly", "nearly", "almost", "some", "over", "under",
         "estimated", "~", "circa", "approx.", "exceeding", "barely"});
    if (at == 0) return false;
    std::uint32_t before = at - 1;
    if ((word(before) == "a" || word(before) == "an" || word(before) == "the") && before > 0)
      --before;
    if (std::find(kWords.begin(), kWords.end(), word(before)) != kWords.end()) return true;
    if (before == 0) return false;
    const std::string& first = word(before - 1);
    const std::string& second = word(before);
    return (second == "than" && (first == "more" || first == "less" || first == "fewer")) ||
           (second == "least" && first == "at") || (second == "most" && first == "at") ||
           (second == "to" && (first == "up" || first == "close")) ||
           (second == "as" && (first == "many" || first == "much"));
  }

  Quantity made(std::uint32_t first, std::uint32_t last, const std::string& value,
                const std::string& upper, const std::string& unit) const {
    Quantity quantity;
    quantity.tokens = {first, last};
    quantity.span = {tokens_[first].span.begin, tokens_[last - 1].span.end};
    quantity.text = single_line(document_, quantity.span);
    quantity.value = value;
    quantity.value_max = upper;
    quantity.unit = unit;
    const bool or_so = word(last) == "or" && (word(last + 1) == "so" || word(last + 1) == "more");
    quantity.approximate = approximates(first) || or_so || word(last) == "+";
    return quantity;
  }

  const Document& document_;
  const Sentence& sentence_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Document& document, const Sentence& sentence,
                                      const Lexicon& lexicon) {
  return QuantityReader(document, sentence, lexicon).read();
}

}  // namespace dossier::extract
