// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/types.h"

namespace dossier::python {
namespace {

const Types* make_types() {
  const py::module_ terms = py::module_::import("dossier._terms");
  return new Types{.iri = terms.attr("Iri"),
                   .blank_node = terms.attr("BlankNode"),
                   .literal = terms.attr("Literal"),
                   .triple = terms.attr("Triple"),
                   .quad = terms.attr("Quad"),
                   .decimal = py::module_::import("decimal").attr("Decimal")};
}

}  // namespace

const Types& types() {
  static const Types* const made = make_types();  // never destroyed: Python may be gone by then
  return *made;
}

}  // namespace dossier::python
