// SPDX-License-Identifier: Apache-2.0
// Queries that are kept in the knowledge base.

#include <utility>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/reports.h"
#include "bindings/python/native/results.h"
#include "dossier/saved_query.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

py::object to_object(const SavedQuery& query) {
  py::list parameters;
  for (const QueryParameter& parameter : query.parameters) {
    parameters.append(report("QueryParameter", parameter.name, parameter.type, parameter.list,
                             parameter.default_values, parameter.choices, parameter.description));
  }
  return report("SavedQuery", query.name, query.text, query.description, parameters);
}

/// A text as a person writes it, or a term.
ParameterValue::Item item_of(py::handle value, const std::string& name) {
  const Term term = to_term(value, "the parameter $" + name);
  if (PyUnicode_Check(value.ptr()) && !term.is_iri()) return term.value();
  return term;
}

ParameterValue value_of(py::handle value, const std::string& name) {
  if (PyList_Check(value.ptr()) || PyAnySet_Check(value.ptr())) {
    std::vector<ParameterValue::Item> items;
    for (const py::handle item : value) items.push_back(item_of(item, name));
    return items;
  }
  return std::visit([](auto item) { return ParameterValue(std::move(item)); },
                    item_of(value, name));
}

ParameterValues values_of(const py::dict& values) {
  ParameterValues result;
  for (const auto& [key, value] : values) {
    const std::string name = py::str(key);
    result.emplace(name, value_of(value, name));
  }
  return result;
}

void save(const KnowledgeBaseObject& self, const std::string& name, const std::string& text,
          const std::string& description) {
  const SavedQuery query{.name = name, .text = text, .description = description};
  self.run([&](KnowledgeBase& kb) { kb.save_query(query); });
}

py::list all(const KnowledgeBaseObject& self) {
  py::list list;
  for (const SavedQuery& query : self.run([](KnowledgeBase& kb) { return kb.saved_queries(); }))
    list.append(to_object(query));
  return list;
}

py::object one(const KnowledgeBaseObject& self, const std::string& name) {
  return to_object(self.run([&](KnowledgeBase& kb) { return kb.saved_query(name); }));
}

py::object run(const KnowledgeBaseObject& self, const std::string& name, const py::object& values,
               const py::object& timeout, const py::object& options, bool terms) {
  const QueryOptions read = to_row_options(*self.base, py::none(), timeout, options);
  std::optional<CancellationToken> cancelled = to_token(options);
  const ParameterValues given = values.is_none() ? ParameterValues() : values_of(values);
  QueryResult result = self.run(
      [&](KnowledgeBase& kb) { return kb.run(std::string_view(name), given, read); }, cancelled);
  return answer_of(self.started(std::move(result), std::move(cancelled)), terms);
}

}  // namespace

void bind_saved_queries(KnowledgeBaseClass& bound) {
  bound
      .def("save_query", &save, "name"_a, "text"_a, "description"_a = "",
           "Keeps a query under a name, in place of the one of that name.")
      .def("saved_queries", &all, "All of them, by name.")
      .def("saved_query", &one, "name"_a)
      .def("run", &run, "name"_a, "values"_a = py::none(), py::kw_only(), "timeout"_a = py::none(),
           "options"_a = py::none(), "terms"_a = false,
           "Runs a saved query: Rows, Triples or a bool. A str is read as the query declares its "
           "parameter: a term in Turtle syntax, or the name of a thing.");
}

}  // namespace dossier::python
