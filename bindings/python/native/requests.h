// SPDX-License-Identifier: Apache-2.0
// Queries and updates, which a knowledge base and a transaction have alike.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "bindings/python/native/options.h"
#include "bindings/python/native/python.h"
#include "bindings/python/native/reports.h"
#include "bindings/python/native/results.h"

namespace dossier::python {

/// The arguments of every request, as Python gives them.
struct Request {
  const std::string& text;
  const py::object& parameters;
  const py::object& timeout;
  const py::object& options;
};

/// Defines query(), ask(), construct() and execute() of a class. `run` gets the object and a
/// Request, and returns what it Started.
template <typename Class, typename Run>
void bind_query_calls(Class& bound, Run run) {
  using Self = typename Class::type;
  using py::literals::operator""_a;
  bound
      .def(
          "query",
          [run](Self& self, const std::string& text, const py::object& parameters,
                const py::object& timeout, const py::object& options, bool terms) {
            return rows_of(run(self, Request{text, parameters, timeout, options}), terms);
          },
          "text"_a, "parameters"_a = py::none(), py::kw_only(), "timeout"_a = py::none(),
          "options"_a = py::none(), "terms"_a = false,
          "Runs a SELECT. With terms=True every literal is a Literal.")
      .def(
          "ask",
          [run](Self& self, const std::string& text, const py::object& parameters,
                const py::object& timeout, const py::object& options) {
            return truth_of(run(self, Request{text, parameters, timeout, options}));
          },
          "text"_a, "parameters"_a = py::none(), py::kw_only(), "timeout"_a = py::none(),
          "options"_a = py::none(), "Runs an ASK.")
      .def(
          "construct",
          [run](Self& self, const std::string& text, const py::object& parameters,
                const py::object& timeout, const py::object& options, bool terms) {
            return triples_of(run(self, Request{text, parameters, timeout, options}), terms);
          },
          "text"_a, "parameters"_a = py::none(), py::kw_only(), "timeout"_a = py::none(),
          "options"_a = py::none(), "terms"_a = false, "Runs a CONSTRUCT or DESCRIBE.")
      .def(
          "execute",
          [run](Self& self, const std::string& text, const py::object& parameters,
                const py::object& timeout, const py::object& options, bool terms) {
            return answer_of(run(self, Request{text, parameters, timeout, options}), terms);
          },
          "text"_a, "parameters"_a = py::none(), py::kw_only(), "timeout"_a = py::none(),
          "options"_a = py::none(), "terms"_a = false,
          "Runs a query of any form: Rows, Triples or a bool.");
}

/// Defines update() of a class, which returns dossier.UpdateReport. `run` returns the library's.
template <typename Class, typename Run>
void bind_update(Class& bound, Run run) {
  using Self = typename Class::type;
  using py::literals::operator""_a;
  bound.def(
      "update",
      [run](Self& self, const std::string& text, const py::object& parameters,
            const py::object& timeout, const py::object& options) {
        const UpdateReport report = run(self, Request{text, parameters, timeout, options});
        return python::report("UpdateReport", report.inserted, report.erased);
      },
      "text"_a, "parameters"_a = py::none(), py::kw_only(), "timeout"_a = py::none(),
      "options"_a = py::none(), "Runs an update request: all of it or nothing.");
}

}  // namespace dossier::python
