// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/cell.h"

#include <charconv>
#include <limits>
#include <optional>
#include <string_view>

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

CellValue number_cell(const TermView& term) {
  const auto number = to_term(term).as<std::optional<double>>();
  return number ? CellValue(*number) : CellValue(Cell::text);
}

CellValue integer_cell(const TermView& term, const xsd::DatatypeInfo& info) {
  std::int64_t whole = 0;
  if (info.low.empty() && info.high.empty() && is_int64(term.value, whole))
    return CellValue(Cell::integer, whole);
  const auto checked = to_term(term).as<std::optional<std::int64_t>>();
  return checked ? CellValue(Cell::integer, *checked) : number_cell(term);
}

CellValue moment_cell(std::string_view lexical) {
  const auto time = xsd::DateTime::parse(lexical);
  const auto micros = time ? microseconds(*time) : std::nullopt;
  if (!micros) return CellValue(Cell::text);
  return CellValue(time->zone ? Cell::instant : Cell::local_time, *micros);
}

CellValue typed_cell(const TermView& term, const xsd::DatatypeInfo& info) {
  switch (info.datatype) {
    case xsd::Datatype::integer:
      return integer_cell(term, info);
    case xsd::Datatype::decimal:
    case xsd::Datatype::float_number:
    case xsd::Datatype::double_number:
      return number_cell(term);
    case xsd::Datatype::boolean:
      if (const auto truth = xsd::parse_boolean(term.value))
        return CellValue(Cell::boolean, *truth ? 1 : 0);
      break;
    case xsd::Datatype::date:
      if (const auto date = xsd::Date::parse(term.value); date && !date->zone)
        return CellValue(Cell::date, date->day);
      break;
    case xsd::Datatype::date_time:
      return moment_cell(term.value);
    default:
      break;
  }
  return CellValue(Cell::text);
}

}  // namespace

CellValue cell_of(const TermView& term) {
  if (term.kind != TermView::Kind::typed) return CellValue(Cell::text);
  const xsd::DatatypeInfo* const info = xsd::find_datatype(term.qualifier);
  return info == nullptr ? CellValue(Cell::text) : typed_cell(term, *info);
}

void append_text(std::string& text, const TermView& term) {
  if (is_triple(term)) {
    text += to_term(term).to_string();
    return;
  }
  if (term.kind == TermView::Kind::blank_node) text += "_:";
  text += term.value;
}

}  // namespace dossier::python
