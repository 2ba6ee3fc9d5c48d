// SPDX-License-Identifier: Apache-2.0
// A column of a result for data frames: the values of one variable, with the type that fits all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/python/native/cell.h"

namespace dossier::python {

/// The narrowest type that holds every value: integer, number (for integers among others, too),
/// boolean, date, local_time, instant, or text. Without any value: text. What many rows have can be
/// kept once, at a place that they name.
class Column {
 public:
  using Place = std::uint32_t;

  /// Adds a row; returns the place of its value. Throws Error(limit) for too many different ones.
  Place add(const CellValue& value, std::string_view text);
  /// Adds a row with the value of another one.
  void add_again(Place place) { places_.push_back(place); }
  void add_unbound();

  std::size_t size() const noexcept { return places_.size(); }
  Cell type() const noexcept;
  bool has_unbound() const noexcept { return (seen_ & bit(Cell::unbound)) != 0; }
  bool is_bound(std::size_t row) const noexcept { return places_[row] != kUnbound; }

  /// The value of a row for columns of type integer, boolean, date, local_time and instant; 0 where
  /// it is unbound.
  std::int64_t whole(std::size_t row) const noexcept;
  /// For columns of type number; NaN where it is unbound.
  double number(std::size_t row) const noexcept;
  /// For every type; see append_text().
  std::string_view text(std::size_t row) const noexcept;

  /// Of a bound row.
  Place place(std::size_t row) const noexcept { return places_[row]; }
  std::size_t place_count() const noexcept { return values_.size(); }
  std::string_view text_at(Place place) const noexcept;

 private:
  static constexpr Place kUnbound = ~Place{0};

  static constexpr unsigned bit(Cell cell) noexcept { return 1U << static_cast<unsigned>(cell); }

  std::vector<Place> places_;      ///< by row
  std::vector<CellValue> values_;  ///< by place, like ends_
  std::string texts_;
  std::vector<std::size_t> ends_;  ///< of each text in texts_
  unsigned seen_ = 0;              ///< a bit for each kind of cell that is there
};

}  // namespace dossier::python
