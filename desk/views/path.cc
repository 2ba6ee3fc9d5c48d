// SPDX-License-Identifier: Apache-2.0
// How two things are joined: breadth-first from both sides, the smaller frontier first.
#include <algorithm>
#include <map>
#include <optional>

#include "desk/views/names.h"
#include "desk/views/rows.h"
#include "dossier/views.h"

namespace dossier {
namespace {

constexpr std::size_t kMostFacts = 10;
/// What has been looked at when a search gives up.
constexpr std::size_t kMostVisited = 20000;

/// One side: what was reached, and from where.
struct Side {
  std::map<Term, Term> from;
  std::vector<Term> frontier;
};

class PathFinder {
 public:
  PathFinder(const KnowledgeBase& kb, const QueryOptions& options) : kb_(kb), options_(options) {}

  /// The things on the way, both ends included; empty when there is no way.
  std::vector<Term> find(const Term& from, const Term& to, std::size_t longest) {
    if (from == to) return {};
    Side a{{{from, from}}, {from}};
    Side b{{{to, to}}, {to}};
    for (std::size_t step = 0; step < longest; ++step) {
      const bool first = a.frontier.size() <= b.frontier.size();
      Side& grown = first ? a : b;
      const std::optional<Term> meeting = grow(grown, first ? b : a);
      if (meeting) return joined(a, b, *meeting);
      if (grown.frontier.empty() || a.from.size() + b.from.size() > kMostVisited) break;
    }
    return {};
  }

 private:
  std::optional<Term> grow(Side& side, const Side& other) {
    std::vector<Term> next;
    for (const Term& thing : side.frontier) {
      for (const Term& near : neighbours(thing)) {
        if (!side.from.emplace(near, thing).second) continue;
        if (other.from.contains(near)) return near;
        next.push_back(near);
      }
    }
    side.frontier = std::move(next);
    return std::nullopt;
  }

  std::vector<Term> neighbours(const Term& thing) const {
    QueryOptions options = options_;
    options.parameters = {{"thing", thing}};
    std::vector<Term> out;
    for (const Row& row :
         kb_.query("SELECT DISTINCT ?other WHERE { { ?fact rdf:reifies <<( $thing ?p ?other )>> } "
                   "UNION { ?fact rdf:reifies <<( ?other ?p $thing )>> } FILTER(isIRI(?other)) "
                   "FILTER NOT EXISTS { ?other a k:Concept } FILTER NOT EXISTS { ?other a "
                   "k:Individual } } "
                   "ORDER BY ?other",
                   options)) {
      if (row["other"]) out.push_back(*row["other"]);
    }
    return out;
  }

  static std::vector<Term> joined(const Side& a, const Side& b, const Term& meeting) {
    std::vector<Term> out{meeting};
    while (a.from.at(out.back()) != out.back()) out.push_back(a.from.at(out.back()));
    std::reverse(out.begin(), out.end());
    while (b.from.at(out.back()) != out.back()) out.push_back(b.from.at(out.back()));
    return out;
  }

  const KnowledgeBase& kb_;
  const QueryOptions& options_;
};

std::vector<FactRow> facts_between(const KnowledgeBase& kb, const Term& a, const Term& b,
                                   const QueryOptions& options) {
  FactsRequest request;
  request.most = kMostFacts;
  request.subject = a;
  request.object = b;
  std::vector<FactRow> out = facts(kb, request, options).rows;
  std::swap(request.subject, request.object);
  for (FactRow& row : facts(kb, request, options).rows)
    if (out.size() < kMostFacts) out.push_back(std::move(row));
  return out;
}

}  // namespace

std::vector<PathStep> path_between(const KnowledgeBase& kb, const Term& from, const Term& to,
                                   std::size_t longest, const QueryOptions& options) {
  const std::vector<Term> way = PathFinder(kb, options).find(from, to, longest);
  Namer names(kb);
  std::vector<PathStep> out;
  for (std::size_t i = 0; i + 1 < way.size(); ++i) {
    out.push_back({way[i], way[i + 1], names.label(way[i]), names.label(way[i + 1]),
                   facts_between(kb, way[i], way[i + 1], options)});
  }
  return out;
}

}  // namespace dossier
