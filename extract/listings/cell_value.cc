// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/cell_value.h"

#include <algorithm>
#include <utility>

#include "extract/analyze/number_words.h"
#include "extract/analyze/time_expressions.h"
#include "extract/graph/vocabulary.h"
#include "extract/listings/cells.h"
#include "extract/listings/words.h"
#include "extract/text/unicode.h"

namespace dossier::extract::listings {
namespace {

/// More words are a remark, and no thing of its own.
constexpr std::uint32_t kLongestConcept = 4;
constexpr std::uint32_t kLongestUnit = 2;  ///< words

class ValueReader {
 public:
  ValueReader(const Document& document, Sentence& sentence, const TableCell& cell,
              const HeaderReading& header, Things& things)
      : document_(document),
        sentence_(sentence),
        cell_(cell),
        header_(header),
        things_(things),
        tokens_(tokens_in(sentence, cell.span)),
        text_(single_line(document, cell.span)) {}

  std::vector<CellValue> read() {
    if (tokens_.empty()) return {};
    const CellWord word = cell_word(to_lower(std::string_view(text_)));
    if (word == CellWord::empty) return {};
    if (word == CellWord::yes || word == CellWord::no)
      return {value(Term::boolean(true), word == CellWord::no)};
    if (header_.kind.text) return {value(Term::string(text_))};
    if (const auto date = read_date()) return {value(*date)};
    if (auto quantity = read_quantity()) return {add(std::move(*quantity))};
    std::vector<CellValue> names = read_names();
    if (!names.empty()) return names;
    return read_words();
  }

 private:
  CellValue value(Term term, bool negative = false) const {
    CellValue made;
    made.node.sentence = sentence_.index;
    made.node.term = std::move(term);
    made.tokens = tokens_;
    made.negative = negative;
    return made;
  }

  CellValue of_entity(std::uint32_t entity, TokenRange tokens) const {
    CellValue made;
    made.node.sentence = sentence_.index;
    made.node.entity = entity;
    made.tokens = tokens;
    return made;
  }

  bool is_whole(TokenRange tokens) const {
    return tokens.first == 0 && tokens.last == tokens_.last - tokens_.first;
  }

  std::optional<Term> read_date() const {
    const bool digits =
        std::all_of(text_.begin(), text_.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
      const bool year = text_.size() == 4 && (text_[0] == '1' || text_[0] == '2');
      return year && header_.year_cells ? std::optional(time_literal(text_)) : std::nullopt;
    }
    const Sentence part = part_of(sentence_, tokens_);
    for (const TimeExpression& time : find_times(document_, part))
      if (is_whole(time.tokens) && !time.value.empty() && time.value_end.empty() && !time.open_end)
        return time_literal(time.value);
    return std::nullopt;
  }

  std::optional<Quantity> read_quantity() const {
    Sentence part = part_of(sentence_, tokens_);
    for (Quantity& found : quantities_in(document_, part)) {
      if (!is_whole(found.tokens)) continue;
      return with_header(std::move(found));
    }
    const WrittenNumber number = number_at(part.tokens, 0);
    const auto size = static_cast<std::uint32_t>(part.tokens.size());
    if (number.end == 0 || number.from_words || size - number.end > kLongestUnit)
      return std::nullopt;
    Quantity made;
    made.value = number.value;
    for (std::uint32_t i = number.end; i < size; ++i)
      made.unit += (made.unit.empty() ? "" : " ") + part.tokens[i].text;
    if (made.unit == "%") made.unit = "percent";
    const bool words = std::all_of(made.unit.begin(), made.unit.end(), [](char c) {
      return c == ' ' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
    });
    return words ? std::optional(with_header(std::move(made))) : std::nullopt;
  }

  /// The unit and the scale that the header tells for bare numbers.
  Quantity with_header(Quantity quantity) const {
    if (!quantity.unit.empty()) return quantity;
    quantity.unit = header_.unit;
    quantity.value = scaled(quantity.value, header_.zeros);
    if (!quantity.value_max.empty()) quantity.value_max = scaled(quantity.value_max, header_.zeros);
    return quantity;
  }

  CellValue add(Quantity quantity) {
    quantity.tokens = tokens_;
    quantity.span = cell_.span;
    quantity.text = text_;
    CellValue made;
    made.node.sentence = sentence_.index;
    made.node.quantity = static_cast<std::uint32_t>(sentence_.quantities.size());
    made.tokens = tokens_;
    sentence_.quantities.push_back(std::move(quantity));
    return made;
  }

  /// The names of the cell, where nothing but names and what separates them stands in it.
  std::vector<CellValue> read_names() const {
    std::vector<CellValue> names;
    const TokenRange cell = before_bracket(sentence_, tokens_);
    std::vector<bool> named(sentence_.tokens.size());
    for (const Mention& mention : sentence_.mentions) {
      if (!mention.entity || !cell_.span.contains(mention.span)) continue;
      if (!cell.contains(mention.tokens.first)) continue;
      names.push_back(of_entity(*mention.entity, mention.tokens));
      std::fill(named.begin() + mention.tokens.first, named.begin() + mention.tokens.last, true);
      // "Cllr Fay Holt"
      for (std::uint32_t i = mention.tokens.first;
           !mention.title.empty() && i-- > cell.first &&
           mention.title.find(sentence_.tokens[i].text) != std::string::npos;)
        named[i] = true;
    }
    for (std::uint32_t i = cell.first; i < cell.last; ++i)
      if (!named[i] && !separates(sentence_.tokens[i].text)) return {};
    return names;
  }

  static bool separates(const std::string& word) {
    return word == "," || word == ";" || word == "and" || word == "&" || word == "/" ||
           word == "the" || word == "The";
  }

  std::vector<CellValue> read_words() {
    const auto letters = to_code_points(text_);
    if (std::none_of(letters.begin(), letters.end(), is_letter)) return {};
    const bool figures = std::any_of(letters.begin(), letters.end(), is_digit);
    if (figures || tokens_.last - tokens_.first > kLongestConcept)
      return {value(Term::string(text_))};
    return {of_entity(things_.concept_named(concept_label(sentence_, tokens_)), tokens_)};
  }

  const Document& document_;
  Sentence& sentence_;
  const TableCell& cell_;
  const HeaderReading& header_;
  Things& things_;
  TokenRange tokens_;
  std::string text_;
};

}  // namespace

std::vector<CellValue> cell_values(const Document& document, Sentence& sentence,
                                   const TableCell& cell, const HeaderReading& header,
                                   Things& things) {
  return ValueReader(document, sentence, cell, header, things).read();
}

}  // namespace dossier::extract::listings
