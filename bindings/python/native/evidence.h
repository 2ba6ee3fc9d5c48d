// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bindings/python/native/python.h"
#include "dossier/evidence.h"

namespace dossier::python {

/// A dossier.Evidence.
py::object to_object(const Evidence& evidence);

}  // namespace dossier::python
