// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/column.h"

#include <limits>

#include "dossier/error.h"

namespace dossier::python {

Column::Place Column::add(const CellValue& value, std::string_view text) {
  if (values_.size() == kUnbound)
    throw Error(ErrorCode::limit, "a column of a frame holds at most 4,294,967,295 values");
  const auto place = static_cast<Place>(values_.size());
  seen_ |= bit(value.cell);
  values_.push_back(value);
  texts_ += text;
  ends_.push_back(texts_.size());
  places_.push_back(place);
  return place;
}

void Column::add_unbound() {
  seen_ |= bit(Cell::unbound);
  places_.push_back(kUnbound);
}

Cell Column::type() const noexcept {
  const unsigned kinds = seen_ & ~bit(Cell::unbound);
  if (kinds != 0 && (kinds & ~(bit(Cell::integer) | bit(Cell::number))) == 0)
    return kinds == bit(Cell::integer) ? Cell::integer : Cell::number;
  for (const Cell cell : {Cell::boolean, Cell::date, Cell::local_time, Cell::instant}) {
    if (kinds == bit(cell)) return cell;
  }
  return Cell::text;
}

std::int64_t Column::whole(std::size_t row) const noexcept {
  return is_bound(row) ? values_[places_[row]].whole : 0;
}

double Column::number(std::size_t row) const noexcept {
  if (!is_bound(row)) return std::numeric_limits<double>::quiet_NaN();
  const CellValue& value = values_[places_[row]];
  return value.cell == Cell::number ? value.number : static_cast<double>(value.whole);
}

std::string_view Column::text(std::size_t row) const noexcept {
  return is_bound(row) ? text_at(places_[row]) : std::string_view();
}

std::string_view Column::text_at(Place place) const noexcept {
  const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(texts_).substr(begin, ends_[place] - begin);
}

}  // namespace dossier::python
