// SPDX-License-Identifier: Apache-2.0
// Queries and updates of a knowledge base; prepared queries.

#include <utility>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/requests.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

/// dossier.PreparedQuery.
class Prepared : public Held<PreparedQuery> {
 public:
  Prepared(std::shared_ptr<Base> base, PreparedQuery query, QueryOptions options,
           std::optional<CancellationToken> cancelled)
      : Held(std::move(base), std::move(query), std::make_shared<Gate>()),
        options_(std::move(options)),
        cancelled_(std::move(cancelled)) {}

  /// Several threads may run it at the same time.
  Started start(const py::object& parameters, const py::object& timeout) {
    QueryOptions options = options_;
    options.cancellation = Call::token();
    if (!timeout.is_none()) options.timeout = to_milliseconds(timeout);
    const Parameters values = to_parameters(parameters);
    Call call(base(), cancelled_);
    QueryResult result = call.run([&] { return value().run(values, options); });
    return {base(), std::make_shared<Gate>(), cancelled_, std::move(result)};
  }

 private:
  QueryOptions options_;
  std::optional<CancellationToken> cancelled_;
};

std::unique_ptr<Prepared> prepare(const KnowledgeBaseObject& self, const std::string& text,
                                  const py::object& options) {
  const QueryOptions read = to_row_options(*self.base, py::none(), py::none(), options);
  PreparedQuery query = self.run([&](KnowledgeBase& kb) { return kb.prepare(text, read); });
  return std::make_unique<Prepared>(self.base, std::move(query), read, to_token(options));
}

void bind_prepared(py::module_& module) {
  py::class_<Prepared>(module, "PreparedQuery", "A query that is parsed and planned for many runs.")
      .def(
          "query",
          [](Prepared& self, const py::object& parameters, const py::object& timeout, bool terms) {
            return rows_of(self.start(parameters, timeout), terms);
          },
          "parameters"_a = py::none(), py::kw_only(), "timeout"_a = py::none(), "terms"_a = false,
          "Runs a SELECT.")
      .def(
          "ask",
          [](Prepared& self, const py::object& parameters, const py::object& timeout) {
            return truth_of(self.start(parameters, timeout));
          },
          "parameters"_a = py::none(), py::kw_only(), "timeout"_a = py::none(), "Runs an ASK.")
      .def(
          "construct",
          [](Prepared& self, const py::object& parameters, const py::object& timeout, bool terms) {
            return triples_of(self.start(parameters, timeout), terms);
          },
          "parameters"_a = py::none(), py::kw_only(), "timeout"_a = py::none(), "terms"_a = false,
          "Runs a CONSTRUCT or DESCRIBE.");
}

Started run_query(const KnowledgeBaseObject& self, const Request& request) {
  const QueryOptions options =
      to_row_options(*self.base, request.parameters, request.timeout, request.options);
  std::optional<CancellationToken> cancelled = to_token(request.options);
  QueryResult result =
      self.run([&](KnowledgeBase& kb) { return kb.query(request.text, options); }, cancelled);
  return self.started(std::move(result), std::move(cancelled));
}

UpdateReport run_update(const KnowledgeBaseObject& self, const Request& request) {
  const QueryOptions options =
      to_query_options(request.parameters, request.timeout, request.options);
  return self.run([&](KnowledgeBase& kb) { return kb.update(request.text, options); },
                  to_token(request.options));
}

std::string explain(const KnowledgeBaseObject& self, const std::string& text,
                    const py::object& parameters, const py::object& options) {
  const QueryOptions read = to_query_options(parameters, py::none(), options);
  return self.run([&](KnowledgeBase& kb) { return kb.explain(text, read); });
}

}  // namespace

void bind_queries(py::module_& module, KnowledgeBaseClass& bound) {
  bind_prepared(module);
  bind_query_calls(bound, run_query);
  bind_update(bound, run_update);
  bound
      .def("prepare", &prepare, "text"_a, py::kw_only(), "options"_a = py::none(),
           "Parses a query for many runs.")
      .def("explain", &explain, "text"_a, "parameters"_a = py::none(), py::kw_only(),
           "options"_a = py::none(), "The plan of a query, without running it.");
}

}  // namespace dossier::python
