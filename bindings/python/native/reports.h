// SPDX-License-Identifier: Apache-2.0
// The classes of dossier._reports.
#pragma once

#include <utility>

#include "bindings/python/native/python.h"

namespace dossier::python {

/// An object of the class of this name; its arguments as pybind11's: values, or "name"_a = value.
template <typename... Arguments>
py::object report(const char* name, Arguments&&... arguments) {
  return py::module_::import("dossier._reports").attr(name)(std::forward<Arguments>(arguments)...);
}

}  // namespace dossier::python
