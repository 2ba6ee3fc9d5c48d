// SPDX-License-Identifier: Apache-2.0
//
// At each word that is no part of a date: money with its sign before ("$2-3 million", "US$ 3.2m"),
// or a number (number_words.h), which counts what comes after it (counted_units.h): a percentage, a
// currency, or a noun phrase ("six branches of Kenyan universities").
// "five of the ten boats" counts boats; "a 15-year term" has the unit year.
//
// A range is two numbers with "-", "to" or "between ... and", and a scale word after the second
// holds for both. Words before the number make it approximate. Numbers that count nothing are left
// out: labels ("Article 7", "COVID-19"), odds ("one in five"), figures of speech ("one day"), and
// bare numbers that may be years.
#include "extract/analyze/quantities.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/analyze/ages.h"
#include "extract/analyze/counted_units.h"
#include "extract/analyze/number_words.h"
#include "model/ascii.h"

namespace dossier::extract {
namespace {

class QuantityReader {
 public:
  QuantityReader(const Document& document, const Sentence& sentence, const Lexicon& lexicon)
      : document_(document),
        lexicon_(lexicon),
        tokens_(sentence.tokens),
        units_(document, sentence, lexicon) {}

  std::vector<Quantity> read() {
    std::vector<Quantity> quantities;
    for (std::uint32_t at = 0; at < tokens_.size();) {
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
  const std::string& word(std::uint32_t i) const { return units_.word(i); }
  Label<Xpos> tag(std::uint32_t i) const { return units_.tag(i); }

  std::optional<Quantity> read_at(std::uint32_t at) const {
    if (units_.in_date(at)) return std::nullopt;
    if (const std::string code = currency_before(at); !code.empty()) return money(at, code);
    if ((word(at) == "a" || word(at) == "an") && CountedUnits::is_time_unit(word(at + 1)) &&
        units_.approximates(at)) {
      return made(at, at + 2, "1", {}, word(at + 1));
    }
    if ((word(at) == "a" && word(at + 1) == "dozen") || word(at) == "dozens") return dozen(at);
    const WrittenNumber number = number_at(tokens_, at);
    if (const WrittenNumber sum = sum_at(at); sum.end > at && number.end == at) {
      std::uint32_t end = sum.end;
      const std::string code = units_.currency_after(end);
      return code.empty() ? std::nullopt : std::optional(made(at, end, sum.value, {}, code));
    }
    if (number.end == at || is_label(at, number) || is_odds(at, number)) return std::nullopt;
    return counted(at, number);
  }

  /// "Article 7", "No. 5", "Sputnik 5", "COVID-19", "21st": numbers that count nothing.
  bool is_label(std::uint32_t at, const WrittenNumber& number) const {
    if (at == 0 || word(at - 1) == "aged") return false;
    const std::string& before = word(at - 1);
    if (before == "no." || before == "nos." || before == "#" || before == "/") return true;
    if (before == "-" && at >= 2 && tokens_[at - 1].span.begin == tokens_[at - 2].span.end)
      return true;
    if (number.from_words) return false;
    const bool name = tag(at - 1) == Xpos::nnp || tag(at - 1) == Xpos::nn;
    return name && !tag(number.end).is(Xpos::nn) && !units_.is_percent(number.end) &&
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
    const std::string unit = units_.unit_phrase(end);
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
    if (is_range_link(at, end)) {
      const std::uint32_t next = currency_before(end + 1).empty() ? end + 1 : end + 2;
      if (const WrittenNumber second = sum_at(next); second.end > next) {
        value = with_scale_of(second, value, number.end - at > 2);
        upper = second.value;
        end = second.end;
      }
    }
    return made(at, end, value, upper, code);
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

  /// The link at `end` of a number that begins at `begin`: "$2-3 million", "between 2 and 3"; not
  /// "fell from $210 to $180".
  bool is_range_link(std::uint32_t begin, std::uint32_t end) const {
    const std::string& link = word(end);
    const std::string_view before = begin > 0 ? std::string_view(word(begin - 1)) : "";
    if (link == "and") return before == "between";
    return link == "-" || link == "\u2013" || (link == "to" && before != "from");
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

  std::optional<Quantity> counted(std::uint32_t begin, const WrittenNumber& number) const {
    std::string value = number.value;
    std::string upper;
    std::uint32_t end = number.end;
    if (is_range_link(begin, end)) {
      const WrittenNumber second = number_at(tokens_, end + 1);
      if (second.end > end + 1 && (word(end) != "to" || units_.has_unit(second.end))) {
        value = with_scale_of(second, value, number.end - begin > 1);
        upper = second.value;
        end = second.end;
      }
    }
    if (units_.is_percent(end))
      return made(begin, units_.percent_end(end), value, upper, "percent");
    if (const std::string code = units_.currency_after(end); !code.empty()) {
      return made(begin, end, value, upper, code);
    }
    const std::string unit = is_age(units_, begin, number) ? "year" : units_.unit_phrase(end);
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

  /// A bare number worth keeping: large, and no year or time of day.
  bool stands_alone(const WrittenNumber& number, std::uint32_t begin) const {
    const bool grouped = tokens_[begin].text.find(',') != std::string::npos;
    return grouped || number.value.size() >= 5 ||
           (number.end - begin > 1 && number.value.size() >= 4);
  }

  Quantity made(std::uint32_t first, std::uint32_t last, const std::string& value,
                const std::string& upper, const std::string& unit) const {
    Quantity quantity;
    quantity.tokens = {first, last};
    quantity.span = {tokens_[first].span.begin, tokens_[last - 1].span.end};
    const std::uint32_t begin = units_.rounding_begin(first);
    quantity.text = single_line(document_, {tokens_[begin].span.begin, quantity.span.end});
    if (begin == 0) quantity.text.front() = ascii_lower(quantity.text.front());
    quantity.value = value;
    quantity.value_max = upper;
    quantity.unit = unit;
    quantity.approximate = units_.approximates(first) || units_.follows_approximation(last);
    return quantity;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  const CountedUnits units_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Document& document, const Sentence& sentence,
                                      const Lexicon& lexicon) {
  return QuantityReader(document, sentence, lexicon).read();
}

}  // namespace dossier::extract
