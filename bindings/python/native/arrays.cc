// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/arrays.h"

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace dossier::python {
namespace {

/// What numpy takes for a moment that is not there.
constexpr std::int64_t kNotATime = std::numeric_limits<std::int64_t>::min();

py::object new_array(const Column& column, const char* type) {
  return py::module_::import("numpy").attr("empty")(column.size(), type);
}

/// The items of an array of new_array(). By Python's protocol of buffers: numpy's own structures
/// have another layout since its version 2.
template <typename Value>
Value* items_of(const py::object& array) {
  return static_cast<Value*>(py::buffer(array).request(/*writable=*/true).ptr);
}

template <typename Value, typename Get>
py::object array_of(const Column& column, const char* type, Get get) {
  py::object array = new_array(column, type);
  auto* const values = items_of<Value>(array);
  for (std::size_t row = 0; row < column.size(); ++row) values[row] = get(row);
  return array;
}

py::object moments(const Column& column, const char* type) {
  return array_of<std::int64_t>(
             column, "int64",
             [&](std::size_t row) { return column.is_bound(row) ? column.whole(row) : kNotATime; })
      .attr("view")(type);
}

py::object texts(const Column& column) {
  py::object array = new_array(column, "O");
  auto* const items = items_of<PyObject*>(array);
  std::vector<py::str> made;  // rows with the same value share its object
  made.reserve(column.place_count());
  for (std::size_t place = 0; place < column.place_count(); ++place) {
    const std::string_view text = column.text_at(static_cast<Column::Place>(place));
    made.emplace_back(text.data(), text.size());
  }
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!column.is_bound(row)) continue;  // numpy.empty() has put None there
    PyObject* const old = items[row];
    items[row] = py::object(made[column.place(row)]).release().ptr();
    Py_XDECREF(old);
  }
  return array;
}

py::object values_of(const Column& column) {
  switch (column.type()) {
    case Cell::integer:
      return array_of<std::int64_t>(column, "int64",
                                    [&](std::size_t row) { return column.whole(row); });
    case Cell::number:
      return array_of<double>(column, "float64",
                              [&](std::size_t row) { return column.number(row); });
    case Cell::boolean:
      return array_of<bool>(column, "bool",
                            [&](std::size_t row) { return column.whole(row) != 0; });
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
    mask = array_of<bool>(column, "bool", [&](std::size_t row) { return !column.is_bound(row); });
  return py::make_tuple(values_of(column), std::move(mask));
}

}  // namespace dossier::python
