// SPDX-License-Identifier: Apache-2.0
// Terms as Python values and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindings/python/native/python.h"
#include "dossier/prefixes.h"
#include "dossier/quad.h"
#include "dossier/query.h"
#include "dossier/term.h"

namespace dossier::python {

enum class Literals : std::uint8_t {
  as_values,  ///< a literal becomes an int, a str, ... where that says all it says
  exact,      ///< every literal becomes a dossier.Literal
};

py::object to_python(const Term& term, Literals literals = Literals::as_values);
/// None for nothing.
py::object to_python(const std::optional<Term>& term, Literals literals = Literals::as_values);
py::object to_python(const Triple& triple, Literals literals = Literals::as_values);
py::object to_python(const Quad& quad, Literals literals = Literals::as_values);

/// Throws Error(usage) that calls the value `name` when no term stands for it.
Term to_term(py::handle value, std::string_view name);
/// None is nothing.
std::optional<Term> to_optional_term(py::handle value, std::string_view name);
/// A str is an IRI here, too, with or without <>, or with a predeclared prefix. Throws Error(usage)
/// for what is neither an IRI nor a blank node.
Term to_iri(py::handle value, std::string_view name);
/// A sequence of three, or of four with the graph.
Quad to_quad(py::handle value);
/// A dict or None.
Parameters to_parameters(py::handle values);

void bind_terms(py::module_& module);

}  // namespace dossier::python
