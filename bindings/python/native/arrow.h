// SPDX-License-Identifier: Apache-2.0
// Columns for other libraries, by the Arrow C data and C stream interfaces
// (https://arrow.apache.org/docs/format/CDataInterface.html) and their PyCapsules.
#pragma once

#include "bindings/python/native/python.h"
#include "bindings/python/native/table.h"

namespace dossier::python {

/// A capsule "arrow_array_stream" with the table as one batch, which it copies.
py::capsule arrow_stream(const Table& table);

}  // namespace dossier::python
