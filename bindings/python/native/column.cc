// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/column.h"

#include <charconv>
#include <limits>

#include "model/xsd/datatype.h"
#include "model/xsd/date_time.h"
#include "model/xsd/floating.h"

namespace dossier::python {
namespace {

constexpr std::int64_t kNanosPerMicro = 1000;

/// The microseconds of a moment that has no finer part and fits; none otherwise.
std::optional<std::int64_t> microseconds(const xsd::DateTime& time) {
  const xsd::Nanoseconds nanos = time.timeline();
  const xsd::Nanoseconds micros = nanos / kNanosPerMicro;
  if (nanos % kNanosPerMicro != 0 || micros > std::numeric_limits<std::int64_t>::max() ||
      micros < std::numeric_limits<std::int64_t>::min())
    return std::nullopt;
  return static_cast<std::int64_t>(micros);
}

bool is_int64(std::string_view text, std::int64_t& value) {
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && stop == text.data() + text.size();
}

}  // namespace

Cell Column::read(const Term& term, Value& value) {
  if (!term.is_literal() || !term.language().empty()) return Cell::text;
  const xsd::DatatypeInfo* info = xsd::find_datatype(term.datatype());
  if (info == nullptr || info->datatype == xsd::Datatype::string) return Cell::text;
  const std::string& lexical = term.value();
  switch (info->datatype) {
    case xsd::Datatype::integer:
      if (info->low.empty() && info->high.empty() && is_int64(lexical, value.whole))
        return Cell::integer;
      if (const auto whole = term.as<std::optional<std::int64_t>>()) {
        value.whole = *whole;
        return Cell::integer;
      }
      [[fallthrough]];
    case xsd::Datatype::decimal:
    case xsd::Datatype::float_number:
    case xsd::Datatype::double_number:
      if (const auto number = term.as<std::optional<double>>()) {
        value.number = *number;
        return Cell::number;
      }
      return Cell::text;
    case xsd::Datatype::boolean:
      if (const auto truth = xsd::parse_boolean(lexical)) {
        value.whole = *truth ? 1 : 0;
        return Cell::boolean;
      }
      return Cell::text;
    case xsd::Datatype::date:
      if (const auto date = xsd::Date::parse(lexical); date && !date->zone) {
        value.whole = date->day;
        return Cell::date;
      }
      return Cell::text;
    case xsd::Datatype::date_time:
      if (const auto time = xsd::DateTime::parse(lexical)) {
        if (const auto micros = microseconds(*time)) {
          value.whole = *micros;
          return time->zone ? Cell::instant : Cell::local_time;
        }
      }
      return Cell::text;
    default:
      return Cell::text;
  }
}

void Column::append_text(const Term& term) {
  if (term.is_triple()) {
    texts_ += term.to_string();
    return;
  }
  if (term.is_blank_node()) texts_ += "_:";
  texts_ += term.value();
}

void Column::add(const std::optional<Term>& term) {
  Value value{.whole = 0};
  const Cell cell = term ? read(*term, value) : Cell::unbound;
  if (term) append_text(*term);
  seen_ |= bit(cell);
  cells_.push_back(cell);
  values_.push_back(value);
  ends_.push_back(static_cast<std::int64_t>(texts_.size()));
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

double Column::number(std::size_t row) const noexcept {
  if (cells_[row] == Cell::number) return values_[row].number;
  if (cells_[row] == Cell::integer) return static_cast<double>(values_[row].whole);
  return std::numeric_limits<double>::quiet_NaN();
}

std::string_view Column::text(std::size_t row) const noexcept {
  const auto begin = static_cast<std::size_t>(row == 0 ? 0 : ends_[row - 1]);
  const auto end = static_cast<std::size_t>(ends_[row]);
  return std::string_view(texts_).substr(begin, end - begin);
}

}  // namespace dossier::python
