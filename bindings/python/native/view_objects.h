// SPDX-License-Identifier: Apache-2.0
// Rows of views as Python objects.
#pragma once

#include <utility>
#include <vector>

#include "bindings/python/native/python.h"
#include "dossier/views.h"

namespace dossier::python {

/// An object of the class of this name in the package; its arguments as pybind11's.
template <typename... Arguments>
py::object view(const char* name, Arguments&&... arguments) {
  return py::module_::import("dossier").attr(name)(std::forward<Arguments>(arguments)...);
}

py::object to_object(const NamedTerm& named);
py::object to_object(const FoundEntity& found);
py::object to_object(const FoundDocument& found);
py::object to_object(const FoundSentence& found);
py::object to_object(const FactRow& row);
py::object to_object(const MentionCount& count);

template <typename Value>
py::list to_objects(const std::vector<Value>& values) {
  py::list list;
  for (const Value& value : values) list.append(to_object(value));
  return list;
}

template <typename Value>
py::object to_optional_object(const std::optional<Value>& value) {
  return value ? to_object(*value) : py::none();
}

/// An IRI or blank node; None for a term that stands for nothing.
py::object node_or_none(const Term& term);

}  // namespace dossier::python
