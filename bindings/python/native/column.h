// SPDX-License-Identifier: Apache-2.0
// A column of a result for data frames: the values of one variable, with the type that fits all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/term.h"

namespace dossier::python {

/// What a value can be in a column.
enum class Cell : std::uint8_t {
  unbound,
  integer,  ///< xsd:integer and its kin, within 64 bits
  number,   ///< any other number
  boolean,
  date,        ///< without a time zone: days from 1970-01-01
  local_time,  ///< xsd:dateTime without a time zone: microseconds from 1970-01-01
  instant,     ///< with one: the same, in UTC
  text,        ///< everything else, and values that are not of their datatype
};

/// The narrowest type that holds every value: integer, number (for integers among others, too),
/// boolean, date, local_time, instant, or text. Without any value: text.
class Column {
 public:
  void add(const std::optional<Term>& term);

  std::size_t size() const noexcept { return cells_.size(); }
  Cell type() const noexcept;
  bool has_unbound() const noexcept { return (seen_ & bit(Cell::unbound)) != 0; }
  bool is_bound(std::size_t row) const noexcept { return cells_[row] != Cell::unbound; }

  /// The value of a row for columns of type integer, boolean, date, local_time and instant; 0 where
  /// it is unbound.
  std::int64_t whole(std::size_t row) const noexcept { return values_[row].whole; }
  /// For columns of type number; NaN where it is unbound.
  double number(std::size_t row) const noexcept;
  /// For every type: an IRI, the label of a blank node after "_:", a lexical form, a triple term in
  /// N-Triples.
  std::string_view text(std::size_t row) const noexcept;
  /// All texts in a row, and where each one ends.
  const std::string& texts() const noexcept { return texts_; }
  const std::vector<std::int64_t>& ends() const noexcept { return ends_; }

 private:
  union Value {
    std::int64_t whole;
    double number;
  };

  static constexpr unsigned bit(Cell cell) noexcept { return 1U << static_cast<unsigned>(cell); }
  Cell read(const Term& term, Value& value);
  void append_text(const Term& term);

  std::vector<Cell> cells_;
  std::vector<Value> values_;
  std::string texts_;
  std::vector<std::int64_t> ends_;
  unsigned seen_ = 0;  ///< a bit for each kind of cell that is there
};

}  // namespace dossier::python
