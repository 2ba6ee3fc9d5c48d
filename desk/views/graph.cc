// SPDX-License-Identifier: Apache-2.0
// The things around one thing.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "desk/views/fact_query.h"
#include "dossier/views.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

/// Fewer than these are not worth a node that stands for them.
constexpr std::size_t kSmallestGroup = 3;

struct Edge {
  std::set<Term> relations, documents;
  bool asserted = false;
};
using Pair = std::pair<Term, Term>;

/// "meet" of r:hold_talks_with; of relations without a family their own name.
std::string family_of(const Term& relation, Namer& names) {
  const std::string& iri = relation.value();
  if (iri.starts_with(vocabulary::kRelation)) {
    const std::string_view local = std::string_view(iri).substr(vocabulary::kRelation.size());
    for (const RelationFamily& family : relation_families())
      for (const std::string_view member : family.relations)
        if (member == local) return std::string(family.name);
  }
  return names.label(relation);
}

class GraphBuilder {
 public:
  GraphBuilder(const KnowledgeBase& kb, const GraphRequest& request, const QueryOptions& options)
      : kb_(kb), request_(request), options_(options), names_(kb) {}

  Graph build() {
    distance_.emplace(request_.start, 0);
    std::vector<Term> frontier{request_.start};
    for (std::size_t step = 1; step <= request_.depth && !frontier.empty(); ++step)
      frontier = expand(frontier, step);
    collapse();
    return graph();
  }

 private:
  std::vector<Term> expand(const std::vector<Term>& frontier, std::size_t step) {
    std::vector<Term> next;
    for (const Term& thing : frontier) {
      for (const Term& other : add_edges(thing)) {
        if (distance_.contains(other)) continue;
        distance_.emplace(other, step);
        next.push_back(other);
      }
    }
    return next;
  }

  FactsRequest facts_about(const Term& thing) const {
    FactsRequest out;
    out.about = thing;
    out.saying = request_.asserted_only ? "asserted" : "";
    out.since = request_.since;
    out.until = request_.until;
    out.names_only = request_.names_only;
    return out;
  }

  std::set<Term> add_edges(const Term& thing) {
    const FactConditions conditions = fact_conditions(facts_about(thing));
    QueryOptions options = options_;
    options.parameters = conditions.values;
    std::set<Term> others;
    QueryResult result =
        kb_.query("SELECT DISTINCT ?s ?p ?o ?document ?asserted WHERE { " + conditions.pattern +
                      "FILTER(isIRI(?s) && isIRI(?o) && ?s != ?o) "
                      "BIND(EXISTS { ?s ?p ?o } AS ?asserted) } ORDER BY ?s ?o ?p ?document",
                  options);
    for (const Row& row : result) {
      const Pair pair{*row["s"], *row["o"]};
      const Term& other = pair.first == thing ? pair.second : pair.first;
      const bool known = distance_.contains(other) || others.contains(other);
      if (!known && distance_.size() + others.size() >= request_.most_nodes) {
        complete_ = false;
        continue;
      }
      others.insert(other);
      Edge& edge = edges_[pair];
      edge.relations.insert(*row["p"]);
      edge.documents.insert(*row["document"]);
      edge.asserted = edge.asserted || text_of(row["asserted"]) == "true";
    }
    return others;
  }

  std::map<Term, std::set<Term>> neighbours() const {
    std::map<Term, std::set<Term>> out;
    for (const auto& [pair, edge] : edges_) {
      out[pair.first].insert(pair.second);
      out[pair.second].insert(pair.first);
    }
    return out;
  }

  void collapse() {
    const std::map<Term, std::set<Term>> near = neighbours();
    for (const auto& [thing, others] : near) {
      if (others.size() <= request_.collapse_above) continue;
      // Direction and family of the only edge -> what hangs at it.
      std::map<std::pair<bool, std::string>, std::vector<Term>> groups;
      for (const Term& other : others) {
        if (near.at(other).size() > 1 || other == request_.start) continue;
        const auto out = edges_.find({thing, other});
        const auto in = edges_.find({other, thing});
        if (out != edges_.end() && in != edges_.end()) continue;
        const Edge& edge = out != edges_.end() ? out->second : in->second;
        groups[{out != edges_.end(), family_of(*edge.relations.begin(), names_)}].push_back(other);
      }
      for (const auto& [key, members] : groups)
        if (members.size() >= kSmallestGroup) join(thing, key.first, members);
    }
  }

  void join(const Term& thing, bool outgoing, const std::vector<Term>& members) {
    const Term group = Term::blank_node("group" + std::to_string(groups_.size()));
    Edge joined;
    std::vector<std::string>& names = groups_[group];
    for (const Term& member : members) {
      const auto edge = edges_.find(outgoing ? Pair{thing, member} : Pair{member, thing});
      joined.relations.insert(edge->second.relations.begin(), edge->second.relations.end());
      joined.documents.insert(edge->second.documents.begin(), edge->second.documents.end());
      joined.asserted = joined.asserted || edge->second.asserted;
      names.push_back(names_.label(member));
      edges_.erase(edge);
      distance_.erase(member);
    }
    edges_.emplace(outgoing ? Pair{thing, group} : Pair{group, thing}, std::move(joined));
    distance_.emplace(group, distance_.at(thing) + 1);
  }

  Term class_of(const Term& thing) const {
    QueryOptions options = options_;
    options.parameters = {{"thing", thing}};
    QueryResult result =
        kb_.query("SELECT ?class WHERE { $thing a ?class } ORDER BY ?class LIMIT 1", options);
    Row row;
    return result.next(row) ? term_of(row["class"]) : Term();
  }

  GraphNode node(const Term& term, std::size_t distance) {
    const auto group = groups_.find(term);
    if (group == groups_.end()) return {term, names_.label(term), class_of(term), distance, {}};
    std::vector<std::string> members = group->second;
    std::sort(members.begin(), members.end());
    return {term, std::to_string(members.size()) + " others", Term(), distance, members};
  }

  Graph graph() {
    Graph out;
    for (const auto& [term, distance] : distance_) out.nodes.push_back(node(term, distance));
    std::sort(out.nodes.begin(), out.nodes.end(), [](const GraphNode& a, const GraphNode& b) {
      return std::tie(a.distance, a.name, a.term) < std::tie(b.distance, b.name, b.term);
    });
    for (const auto& [pair, edge] : edges_) {
      GraphEdge one{pair.first, pair.second, {}, edge.documents.size(), edge.asserted};
      for (const Term& relation : edge.relations) {
        const std::string& name = names_.label(relation);
        if (std::find(one.relations.begin(), one.relations.end(), name) == one.relations.end())
          one.relations.push_back(name);
      }
      out.edges.push_back(std::move(one));
    }
    out.complete = complete_;
    return out;
  }

  const KnowledgeBase& kb_;
  const GraphRequest& request_;
  const QueryOptions& options_;
  Namer names_;
  std::map<Term, std::size_t> distance_;
  std::map<Pair, Edge> edges_;
  std::map<Term, std::vector<std::string>> groups_;
  bool complete_ = true;
};

}  // namespace

Graph graph_around(const KnowledgeBase& kb, const GraphRequest& request,
                   const QueryOptions& options) {
  return GraphBuilder(kb, request, options).build();
}

}  // namespace dossier
