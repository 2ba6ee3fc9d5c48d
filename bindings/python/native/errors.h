// SPDX-License-Identifier: Apache-2.0
// The library's errors as Python's exceptions.
#pragma once

#include "bindings/python/native/python.h"
#include "dossier/error.h"

namespace dossier::python {

/// From now on an Error that leaves a function of the module is the exception of dossier._errors
/// for its code.
void translate_errors();

/// The exception, not raised.
py::object exception_of(const Error& error);

}  // namespace dossier::python
