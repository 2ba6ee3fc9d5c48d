// SPDX-License-Identifier: Apache-2.0
// The Python classes that values are made of.
#pragma once

#include "bindings/python/native/python.h"

namespace dossier::python {

struct Types {
  py::object iri, blank_node, literal, triple, quad;  ///< of dossier._terms
  py::object decimal;
};

/// Looked up once; lives as long as the process. Needs the interpreter's lock.
const Types& types();

}  // namespace dossier::python
