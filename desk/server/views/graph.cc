// SPDX-License-Identifier: Apache-2.0
// Who is connected with whom: edges between names, each with the number of documents that state it.
#include <algorithm>
#include <map>
#include <set>

#include "desk/server/views/json.h"
#include "desk/views/names.h"

namespace dossier::server {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Json edge_json(Json source, Json target, const std::vector<std::string>& relations,
               std::uint64_t documents, bool asserted) {
  return {{"source", std::move(source)},
          {"relation", joined(relations)},
          {"target", std::move(target)},
          {"documents", documents},
          {"asserted", asserted}};
}

/// A node's name and kind; neighbours that are drawn as one have their names beside.
Json node_json(const GraphNode& node, Namer& namer) {
  if (node.members.empty()) return json_of(namer(node.term));
  return {{"value", node.term.to_string()},
          {"label", node.name},
          {"kind", "group"},
          {"members", node.members}};
}

/// A picture of names has no "two days" and no "a trawler".
bool is_nameless(const Json& node) {
  return node["kind"] == "quantity" || node["kind"] == "individual" || node["kind"] == "value";
}

Json step_json(const PathStep& step, Namer& namer) {
  std::vector<std::string> relations;
  std::set<Term> documents;
  bool asserted = false;
  Json facts = Json::array();
  for (const FactRow& fact : step.facts) {
    if (std::find(relations.begin(), relations.end(), fact.predicate) == relations.end()) {
      relations.push_back(fact.predicate);
    }
    documents.insert(fact.document);
    asserted = asserted || fact.asserted;
    facts.push_back(json_of(fact, namer));
  }
  // As its first fact has it: the way may go against it.
  const bool backwards = !step.facts.empty() && step.facts.front().triple.subject == step.to;
  Json json = edge_json(json_of(namer(backwards ? step.to : step.from)),
                        json_of(namer(backwards ? step.from : step.to)), relations,
                        documents.size(), asserted);
  json["facts"] = std::move(facts);
  return json;
}

}  // namespace

Json graph_view(const ViewCall& call) {
  GraphRequest request{.start = term_of(call, "id")};
  request.depth = number(call.form, "depth", 1, 3);
  request.since = call.form.text("since");
  request.until = call.form.text("until");
  request.most_nodes = number(call.form, "most", 40, 500);
  const Graph graph = graph_around(call.kb, request, call.options);
  Namer namer(call.kb, call.options);
  std::map<Term, Json> nodes;
  for (const GraphNode& node : graph.nodes) nodes.emplace(node.term, node_json(node, namer));
  Json json{{"entity", json_of(namer(request.start))},
            {"complete", graph.complete},
            {"edges", Json::array()}};
  for (const GraphEdge& edge : graph.edges) {
    if (is_nameless(nodes.at(edge.source)) || is_nameless(nodes.at(edge.target))) continue;
    json["edges"].push_back(edge_json(nodes.at(edge.source), nodes.at(edge.target), edge.relations,
                                      edge.documents, edge.asserted));
  }
  return json;
}

Json path_view(const ViewCall& call) {
  const Term from = term_of(call, "from"), to = term_of(call, "to");
  Namer namer(call.kb, call.options);
  Json json{{"from", json_of(namer(from))}, {"to", json_of(namer(to))}, {"edges", Json::array()}};
  for (const PathStep& step :
       path_between(call.kb, from, to, number(call.form, "longest", 6, 10), call.options)) {
    json["edges"].push_back(step_json(step, namer));
  }
  return json;
}

}  // namespace dossier::server
