// SPDX-License-Identifier: Apache-2.0
// What every file of the module needs of pybind11. All files see the same conversions.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace dossier::python {

namespace py = pybind11;

}  // namespace dossier::python
