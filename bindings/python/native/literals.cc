// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/literals.h"

#include <datetime.h>

#include <charconv>
#include <string>

#include "bindings/python/native/types.h"
#include "dossier/error.h"
#include "model/vocabulary.h"
#include "model/xsd/datatype.h"
#include "model/xsd/date_time.h"
#include "model/xsd/decimal.h"
#include "model/xsd/floating.h"
#include "model/xsd/integer.h"

namespace dossier::python {
namespace {

constexpr std::int64_t kLastYear = 9999;
constexpr std::uint32_t kNanosPerMicro = 1000;

void import_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
}

py::object own(PyObject* made) {
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

py::object zone_object(const xsd::Zone& zone) {
  if (!zone) return py::none();
  if (*zone == 0) return py::reinterpret_borrow<py::object>(PyDateTime_TimeZone_UTC);
  const py::object offset = own(PyDelta_FromDSU(0, *zone * 60, 0));
  return own(PyTimeZone_FromOffset(offset.ptr()));
}

bool fits(const xsd::CivilDate& date) { return date.year >= 1 && date.year <= kLastYear; }

py::object date_time_value(const std::string& lexical) {
  const auto time = xsd::DateTime::parse(lexical);
  if (!time || time->nanosecond % kNanosPerMicro != 0) return {};
  const xsd::CivilDate date = time->civil();
  if (!fits(date)) return {};
  import_datetime();
  const auto second = static_cast<int>(time->second_of_day());
  const py::object zone = zone_object(time->zone);
  return own(PyDateTimeAPI->DateTime_FromDateAndTime(
      static_cast<int>(date.year), static_cast<int>(date.month), static_cast<int>(date.day),
      second / 3600, second / 60 % 60, second % 60,
      static_cast<int>(time->nanosecond / kNanosPerMicro), zone.ptr(),
      PyDateTimeAPI->DateTimeType));
}

py::object date_value(const std::string& lexical) {
  const auto date = xsd::Date::parse(lexical);
  if (!date || date->zone || !fits(date->civil())) return {};
  import_datetime();
  const xsd::CivilDate civil = date->civil();
  return own(PyDate_FromDate(static_cast<int>(civil.year), static_cast<int>(civil.month),
                             static_cast<int>(civil.day)));
}

py::object integer_value(const std::string& lexical, const xsd::DatatypeInfo& info) {
  std::int64_t small = 0;
  const char* const end = lexical.data() + lexical.size();
  const auto [stop, error] = std::from_chars(lexical.data(), end, small);
  if (info.low.empty() && info.high.empty() && error == std::errc() && stop == end)
    return py::int_(small);
  const auto integer = xsd::Integer::parse(lexical);
  if (!integer || !xsd::in_bounds(info, *integer)) return {};
  return own(PyLong_FromString(integer->to_string().c_str(), nullptr, 10));
}

py::object decimal_value(const std::string& lexical) {
  if (!xsd::Decimal::parse(lexical)) return {};
  return types().decimal(lexical);
}

template <typename Value>
py::object float_value(std::optional<Value> value) {
  return value ? py::object(py::float_(static_cast<double>(*value))) : py::object();
}

}  // namespace

py::object literal_value(const Term& literal) {
  if (!literal.language().empty()) return {};
  const xsd::DatatypeInfo* info = xsd::find_datatype(literal.datatype());
  if (info == nullptr) return {};
  const std::string& lexical = literal.value();
  switch (info->datatype) {
    case xsd::Datatype::string:
      return py::str(lexical);
    case xsd::Datatype::boolean:
      if (const auto truth = xsd::parse_boolean(lexical)) return py::bool_(*truth);
      return {};
    case xsd::Datatype::integer:
      return integer_value(lexical, *info);
    case xsd::Datatype::decimal:
      return decimal_value(lexical);
    case xsd::Datatype::float_number:
      return float_value(xsd::parse_float(lexical));
    case xsd::Datatype::double_number:
      return float_value(xsd::parse_double(lexical));
    case xsd::Datatype::date_time:
      return date_time_value(lexical);
    case xsd::Datatype::date:
      return date_value(lexical);
    default:
      return {};
  }
}

std::optional<Term> moment_term(py::handle value) {
  import_datetime();
  const bool is_moment = PyDateTime_Check(value.ptr()) != 0;
  if (!is_moment && PyDate_Check(value.ptr()) == 0) return std::nullopt;
  const std::string text = py::str(value.attr("isoformat")());
  if (is_moment && !xsd::DateTime::parse(text))
    throw Error(ErrorCode::usage, "the time zone of " + text +
                                      " is no whole number of minutes, as xsd:dateTime wants it");
  const std::string_view datatype = is_moment ? vocabulary::xsd::kDateTime : vocabulary::xsd::kDate;
  return Term::typed(text, std::string(datatype));
}

}  // namespace dossier::python
