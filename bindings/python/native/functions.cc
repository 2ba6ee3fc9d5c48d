// SPDX-License-Identifier: Apache-2.0
// Functions and aggregates of SPARQL that are written in Python.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

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

/// Runs `work` with the interpreter's lock. What it raises reaches whoever asked for the row.
void called(const char* what, const std::function<void()>& work) {
  std::optional<Error> failure;
  const bool returned = Call::into_python([&] {
    try {
      work();
    } catch (const Error& error) {
      failure = error;
    }
  });
  if (failure) throw Error(*failure);
  if (!returned) throw Error(ErrorCode::usage, std::string("the ") + what + " raised an exception");
}

std::optional<Term> call(const py::object& function, std::span<const Term> terms) {
  std::optional<Term> result;
  called("function", [&] {
    const py::object made = function(*arguments_of(terms));
    result = to_optional_term(made, "the result of the function");
  });
  return result;
}

/// A group's state in Python: an object with add() and result(), and bytes() if it likes.
class State : public AggregateState {
 public:
  explicit State(const py::object& make) {
    called("aggregate", [&] {
      state_ = shared(make());
      counts_bytes_ = py::hasattr(*state_, "bytes");
    });
  }
  void add(const Term& value) override {
    called("aggregate", [&] {
      state_->attr("add")(to_python(value));
      if (counts_bytes_) bytes_ = state_->attr("bytes")().cast<std::size_t>();
    });
  }
  std::optional<Term> result() override {
    std::optional<Term> result;
    called("aggregate", [&] {
      result = to_optional_term(state_->attr("result")(), "the result of the aggregate");
    });
    return result;
  }
  std::size_t bytes() const override { return kObjectBytes + bytes_; }

 private:
  /// About what an object of a class with a few attributes takes.
  static constexpr std::size_t kObjectBytes = 400;

  std::shared_ptr<py::object> state_;
  bool counts_bytes_ = false;
  std::size_t bytes_ = 0;
};

void register_function(const KnowledgeBaseObject& self, const std::string& iri,
                       const py::object& function, std::size_t least, const py::object& most) {
  const Arity arity{.min = least, .max = most.is_none() ? least : most.cast<std::size_t>()};
  auto held = shared(function);
  self.run([&](KnowledgeBase& kb) {
    kb.register_function(iri, arity,
                         [held](std::span<const Term> terms) { return call(*held, terms); });
  });
}

void register_aggregate(const KnowledgeBaseObject& self, const std::string& iri,
                        const py::object& make) {
  if (PyCallable_Check(make.ptr()) == 0)
    throw Error(ErrorCode::usage,
                "make is a class or a function that makes an object with add() "
                "and result(), not " +
                    py::repr(make).cast<std::string>());
  auto held = shared(make);
  self.run([&](KnowledgeBase& kb) {
    kb.register_aggregate(iri, [held] { return std::make_unique<State>(*held); });
  });
}

}  // namespace

void bind_functions(KnowledgeBaseClass& bound) {
  bound.def(
      "register_function", &register_function, "iri"_a, "function"_a, "arguments"_a = 1,
      "most_arguments"_a = py::none(),
      "Adds a function to the expressions of queries and updates. It gets and returns values; "
      "None is an error of the expression. What it raises ends the query.");
  bound.def("register_aggregate", &register_aggregate, "iri"_a, "make"_a,
            "Adds an aggregate to queries: make() gives an object for each group, whose add(value) "
            "is called for each row and whose result() is the group's value; None is an error of "
            "the expression. What they raise ends the query.");
}

}  // namespace dossier::python
