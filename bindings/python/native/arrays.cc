// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/arrays.h"

#include <pybind11/numpy.h>

#include <limits>

namespace dossier::python {
namespace {

/// What numpy takes for a moment that is not there.
constexpr std::int64_t kNotATime = std::numeric_limits<std::int64_t>::min();

template <typename Value, typename Get>
py::array_t<Value> array_of(const Column& column, Get get) {
  py::array_t<Value> array(static_cast<py::ssize_t>(column.size()));
  Value* const values = array.mutable_data();
  for (std::size_t row = 0; row < column.size(); ++row) values[row] = get(row);
  return array;
}

py::object moments(const Column& column, const char* type) {
  return array_of<std::int64_t>(
             column,
             [&](std::size_t row) { return column.is_bound(row) ? column.whole(row) : kNotATime; })
      .attr("view")(type);
}

py::object texts(const Column& column) {
  const py::object empty = py::module_::import("numpy").attr("empty");
  py::array array = empty(column.size(), "O");
  auto* const items = static_cast<PyObject**>(array.mutable_data());
  std::string_view last;
  py::str made("");
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!column.is_bound(row)) continue;  // numpy.empty() has put None there
    const std::string_view text = column.text(row);
    // Rows often come sorted: texts that are the same in a row are one object.
    if (text != last) made = py::str(text.data(), text.size());
    last = text;
    PyObject* const old = items[row];
    items[row] = made.inc_ref().ptr();
    Py_XDECREF(old);
  }
  return array;
}

py::object values_of(const Column& column) {
  switch (column.type()) {
    case Cell::integer:
      return array_of<std::int64_t>(column, [&](std::size_t row) { return column.whole(row); });
    case Cell::number:
      return array_of<double>(column, [&](std::size_t row) { return column.number(row); });
    case Cell::boolean:
      return array_of<bool>(column, [&](std::size_t row) { return column.whole(row) != 0; });
    case Cell::date:
      return moments(column, "datetime64[D]");
    case Cell::local_time:
    case Cell::instant:
      return moments(column, "datetime64[us]");
    case Cell::text:
    case Cell::unbound:
      break;
  }
  return texts(column);
}

}  // namespace

py::tuple numpy_column(const Column& column) {
  py::object mask = py::none();
  if (column.has_unbound())
    mask = array_of<bool>(column, [&](std::size_t row) { return !column.is_bound(row); });
  return py::make_tuple(values_of(column), std::move(mask));
}

}  // namespace dossier::python
