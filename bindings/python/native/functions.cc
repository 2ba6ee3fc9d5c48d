// SPDX-License-Identifier: Apache-2.0
// Functions of SPARQL that are written in Python.

#include <memory>
#include <span>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/terms.h"
#include "dossier/error.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

/// The library lets go of a function in any thread.
std::shared_ptr<py::object> shared(const py::object& function) {
  return {new py::object(function), [](py::object* held) {
            const py::gil_scoped_acquire lock;
            delete held;
          }};
}

py::tuple arguments_of(std::span<const Term> terms) {
  py::tuple arguments(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) arguments[i] = to_python(terms[i]);
  return arguments;
}

std::optional<Term> call(const py::object& function, std::span<const Term> terms) {
  std::optional<Term> result;
  std::optional<Error> failure;
  const bool returned = Call::into_python([&] {
    try {
      const py::object made = function(*arguments_of(terms));
      result = to_optional_term(made, "the result of the function");
    } catch (const Error& error) {
      failure = error;
    }
  });
  if (failure) throw Error(*failure);
  if (!returned) throw Error(ErrorCode::usage, "the function raised an exception");
  return result;
}

void register_function(const KnowledgeBaseObject& self, const std::string& iri,
                       const py::object& function, std::size_t least, const py::object& most) {
  const Arity arity{.min = least, .max = most.is_none() ? least : most.cast<std::size_t>()};
  auto held = shared(function);
  self.run([&](KnowledgeBase& kb) {
    kb.register_function(iri, arity,
                         [held](std::span<const Term> terms) { return call(*held, terms); });
  });
}

}  // namespace

void bind_functions(KnowledgeBaseClass& bound) {
  bound.def(
      "register_function", &register_function, "iri"_a, "function"_a, "arguments"_a = 1,
      "most_arguments"_a = py::none(),
      "Adds a function to the expressions of queries and updates. It gets and returns values; "
      "None is an error of the expression. What it raises ends the query.");
}

}  // namespace dossier::python
