// SPDX-License-Identifier: Apache-2.0
// Who is connected with whom: edges between names, each with the number of documents that state it.
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "desk/server/views/json.h"
#include "desk/views/names.h"

namespace dossier::server {
namespace {

constexpr std::size_t kMostVisited = 20'000;

struct Edge {
  Term source, relation, target;
  std::uint64_t documents = 0;
  bool asserted = false;
};

std::string named_only(const char* variable) {
  const std::string v = variable;
  return "FILTER(isIRI(" + v + ") && " + v + " != k:nothing) FILTER NOT EXISTS { " + v +
         " a k:Concept } FILTER NOT EXISTS { " + v + " a k:Individual } FILTER NOT EXISTS { " + v +
         " a k:Quantity } ";
}

class Edges {
 public:
  explicit Edges(const ViewCall& call)
      : call_(call), since_(call.form.text("since")), until_(call.form.text("until")) {}

  /// Of one entity, the best supported first.
  std::vector<Edge> of(const Term& entity, std::size_t most) const {
    std::vector<Edge> edges = read(entity, "$entity ?p ?other", true, most);
    for (Edge& edge : read(entity, "?other ?p $entity", false, most)) {
      edges.push_back(std::move(edge));
    }
    std::stable_sort(edges.begin(), edges.end(),
                     [](const Edge& a, const Edge& b) { return a.documents > b.documents; });
    if (edges.size() > most) edges.resize(most);
    return edges;
  }

 private:
  std::vector<Edge> read(const Term& entity, const std::string& triple, bool outgoing,
                         std::size_t most) const {
    QueryOptions options = call_.options;
    options.parameters = {{"entity", entity}};
    if (!since_.empty()) options.parameters.emplace("since", Term::string(since_));
    if (!until_.empty()) options.parameters.emplace("until", Term::string(until_));
    std::string dates = "OPTIONAL { ?document schema:datePublished ?date } ";
    if (!since_.empty()) dates += "FILTER(STR(?date) >= $since) ";
    if (!until_.empty()) dates += "FILTER(SUBSTR(STR(?date), 1, 10) <= $until) ";
    std::vector<Edge> edges;
    for (const Row& row :
         call_.kb.query("SELECT ?p ?other (COUNT(DISTINCT ?document) AS ?documents) "
                        "(COUNT(?plain) AS ?asserted) { ?f rdf:reifies <<( " +
                            triple + " )>> . " + named_only("?other") +
                            "FILTER(!sameTerm(?other, $entity)) "
                            "?f k:evidence/k:partOf ?document . " +
                            dates +
                            "OPTIONAL { FILTER NOT EXISTS { ?f k:polarity|k:modality ?said } "
                            "BIND(1 AS ?plain) } } "
                            "GROUP BY ?p ?other ORDER BY DESC(?documents) ?p ?other LIMIT " +
                            std::to_string(most),
                        options)) {
      const Term& other = *row[1];
      edges.push_back({outgoing ? entity : other, *row[0], outgoing ? other : entity,
                       row[2].as<std::uint64_t>(), row[3].as<std::uint64_t>() > 0});
    }
    return edges;
  }

  const ViewCall& call_;
  std::string since_, until_;
};

Json edge_json(const Edge& edge, Namer& namer) {
  return {{"source", json_of(namer(edge.source))},
          {"relation", json_of(namer(edge.relation))},
          {"target", json_of(namer(edge.target))},
          {"documents", edge.documents},
          {"asserted", edge.asserted}};
}

/// The edge over which each entity was reached first.
using Reached = std::map<Term, Edge>;

/// Breadth first from `from`; ends when `to` is reached.
Reached search(const Edges& edges, const Term& from, const Term& to, std::size_t longest) {
  Reached reached;
  std::set<Term> seen{from};
  std::deque<std::pair<Term, std::size_t>> front{{from, 0}};
  while (!front.empty() && seen.size() < kMostVisited) {
    const auto [here, steps] = front.front();
    front.pop_front();
    if (steps == longest) break;
    for (const Edge& edge : edges.of(here, 200)) {
      const Term& next = edge.source == here ? edge.target : edge.source;
      if (!seen.insert(next).second) continue;
      reached.emplace(next, edge);
      if (next == to) return reached;
      front.emplace_back(next, steps + 1);
    }
  }
  return reached;
}

}  // namespace

Json graph_view(const ViewCall& call) {
  const Term entity = term_of(call, "id");
  Namer namer(call.kb, call.options);
  Json json{{"entity", json_of(namer(entity))}, {"edges", Json::array()}};
  for (const Edge& edge : Edges(call).of(entity, number(call.form, "most", 30, 500))) {
    json["edges"].push_back(edge_json(edge, namer));
  }
  return json;
}

Json path_view(const ViewCall& call) {
  const Term from = term_of(call, "from"), to = term_of(call, "to");
  Namer namer(call.kb, call.options);
  const Reached reached = search(Edges(call), from, to, number(call.form, "longest", 5, 10));
  std::vector<Json> steps;
  for (Term at = to; at != from;) {
    const auto found = reached.find(at);
    if (found == reached.end()) break;
    steps.push_back(edge_json(found->second, namer));
    at = found->second.source == at ? found->second.target : found->second.source;
  }
  Json json{{"from", json_of(namer(from))}, {"to", json_of(namer(to))}, {"edges", Json::array()}};
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) json["edges"].push_back(*step);
  return json;
}

}  // namespace dossier::server
