// SPDX-License-Identifier: Apache-2.0
// The views of facts: a table of them, and the graph that they make.
#include "dossier/fact_views.h"

#include <optional>
#include <string>
#include <vector>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/named.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/terms.h"
#include "bindings/python/native/view_objects.h"
#include "dossier/views.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

/// One value, or a list of them.
std::vector<Named> relations_of(const py::object& value) {
  std::vector<Named> result;
  if (value.is_none()) return result;
  if (PyList_Check(value.ptr()) || PyAnySet_Check(value.ptr())) {
    for (const py::handle one : value) result.emplace_back(one, "a relation");
  } else {
    result.emplace_back(value, "the relation");
  }
  return result;
}

/// What facts() is asked for beside plain values.
struct Terms {
  Named subject, object, about, document, speaker, entity_class;
  std::vector<Named> predicates;

  void put_into(FactsRequest& request, const KnowledgeBase& kb) const {
    request.subject = subject.entity(kb);
    request.object = object.term(kb, TermUse::object);
    request.about = about.entity(kb);
    request.document = document.document(kb);
    request.speaker = speaker.entity(kb);
    request.entity_class = entity_class.term(kb, TermUse::object);
    for (const Named& predicate : predicates) {
      const std::vector<Term> relations = predicate.relations(kb);
      request.predicates.insert(request.predicates.end(), relations.begin(), relations.end());
    }
  }
};

py::object all_facts(const KnowledgeBaseObject& self, const py::object& subject,
                     const py::object& predicate, const py::object& object, const py::object& about,
                     const std::string& saying, const std::string& since, const std::string& until,
                     const py::object& document, const py::object& speaker,
                     const py::object& entity_class, double min_confidence, bool names_only,
                     std::size_t most, std::size_t skip, const py::object& timeout,
                     const py::object& options) {
  const Terms terms{{subject, "the subject"}, {object, "the object"},
                    {about, "the thing"},     {document, "the document"},
                    {speaker, "the speaker"}, {entity_class, "the class"},
                    relations_of(predicate)};
  FactsRequest request{.saying = saying,
                       .since = since,
                       .until = until,
                       .min_confidence = min_confidence,
                       .names_only = names_only,
                       .most = most,
                       .skip = skip};
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  const Facts found = self.run(
      [&](KnowledgeBase& kb) {
        terms.put_into(request, kb);
        return facts(kb, request, asked);
      },
      to_token(options));
  return view("Facts", to_objects(found.rows), found.all);
}

py::list relations_of_family(const KnowledgeBaseObject& self, const std::string& name) {
  py::list list;
  for (const Term& relation : self.run([&](KnowledgeBase& kb) { return family(kb, name); }))
    list.append(to_python(relation));
  return list;
}

py::object graph(const KnowledgeBaseObject& self, const py::object& start, std::size_t depth,
                 bool names_only, bool asserted_only, const std::string& since,
                 const std::string& until, std::size_t collapse_above, std::size_t most_nodes,
                 const py::object& timeout, const py::object& options) {
  const Named named(start, "the start");
  GraphRequest request{.start = {},
                       .depth = depth,
                       .names_only = names_only,
                       .asserted_only = asserted_only,
                       .since = since,
                       .until = until,
                       .collapse_above = collapse_above,
                       .most_nodes = most_nodes};
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  const Graph found = self.run(
      [&](KnowledgeBase& kb) {
        request.start = named.needed_entity(kb);
        return graph_around(kb, request, asked);
      },
      to_token(options));
  py::list nodes, edges;
  for (const GraphNode& one : found.nodes)
    nodes.append(view("GraphNode", to_python(one.term), one.name, node_or_none(one.entity_class),
                      one.distance, one.members));
  for (const GraphEdge& one : found.edges)
    edges.append(view("GraphEdge", to_python(one.source), to_python(one.target), one.relations,
                      one.documents, one.asserted));
  return view("GraphView", nodes, edges, found.complete);
}

py::list path(const KnowledgeBaseObject& self, const py::object& start, const py::object& end,
              std::size_t longest, const py::object& timeout, const py::object& options) {
  const Named from(start, "the start");
  const Named to(end, "the end");
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  py::list steps;
  for (const PathStep& step : self.run(
           [&](KnowledgeBase& kb) {
             return path_between(kb, from.needed_entity(kb), to.needed_entity(kb), longest, asked);
           },
           to_token(options)))
    steps.append(view("PathStep", to_python(step.from), to_python(step.to), step.from_name,
                      step.to_name, to_objects(step.facts)));
  return steps;
}

}  // namespace

void bind_fact_views(KnowledgeBaseClass& bound) {
  bound
      .def("facts", &all_facts, "subject"_a = py::none(), "predicate"_a = py::none(),
           "object"_a = py::none(), py::kw_only(), "about"_a = py::none(), "saying"_a = "",
           "since"_a = "", "until"_a = "", "document"_a = py::none(), "speaker"_a = py::none(),
           "entity_class"_a = py::none(), "min_confidence"_a = 0.0, "names_only"_a = false,
           "most"_a = 100, "skip"_a = 0, "timeout"_a = py::none(), "options"_a = py::none(),
           "Facts with their sentences. The predicate may be a family (\"meet\") or a list; saying "
           "is \"asserted\", \"denied\", \"planned\", ...")
      .def("family", &relations_of_family, "name"_a,
           "The relations of a family that there are facts with.")
      .def("graph_around", &graph, "start"_a, py::kw_only(), "depth"_a = 1, "names_only"_a = true,
           "asserted_only"_a = false, "since"_a = "", "until"_a = "", "collapse_above"_a = 30,
           "most_nodes"_a = 150, "timeout"_a = py::none(), "options"_a = py::none(),
           "The things around one thing.")
      .def("path_between", &path, "start"_a, "end"_a, py::kw_only(), "longest"_a = 6,
           "timeout"_a = py::none(), "options"_a = py::none(),
           "A shortest chain of facts between two things; empty when there is none.");
}

}  // namespace dossier::python
