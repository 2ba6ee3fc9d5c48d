// SPDX-License-Identifier: Apache-2.0
// Columns for other libraries, by the Arrow C data and C stream interfaces
// (https://arrow.apache.org/docs/format/CDataInterface.html) and their PyCapsules.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bindings/python/native/column.h"
#include "bindings/python/native/python.h"

namespace dossier::python {

struct Table {
  std::vector<std::string> names;
  std::vector<Column> columns;
  std::size_t rows = 0;
};

/// A capsule "arrow_array_stream" with the table as one batch, which it copies.
py::capsule arrow_stream(const Table& table);

}  // namespace dossier::python
