// SPDX-License-Identifier: Apache-2.0
// Columns as arrays of numpy, which is looked for only when this is called.
#pragma once

#include "bindings/python/native/column.h"
#include "bindings/python/native/python.h"

namespace dossier::python {

/// The values, and a mask that is True where a value is unbound, or None when all are bound. The
/// type is int64, float64 (NaN where unbound), bool, datetime64[D], datetime64[us] (NaT where
/// unbound) or object (str, None where unbound).
py::tuple numpy_column(const Column& column);

}  // namespace dossier::python
