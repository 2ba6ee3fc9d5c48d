// SPDX-License-Identifier: Apache-2.0
// The views of graphs: who is joined to whom, and how two things are. Part of <dossier/views.h>.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/fact_views.h"

namespace dossier {

struct GraphRequest {
  Term start;
  std::size_t depth = 1;   ///< steps from the start
  bool names_only = true;  ///< named things only, neither concepts nor individuals
  bool asserted_only = false;
  std::string since = {}, until = {};  ///< as in FactsRequest
  /// A thing with more neighbours has those that only it is joined to collapsed by relation.
  std::size_t collapse_above = 30;
  std::size_t most_nodes = 150;
};

struct GraphNode {
  Term term;  ///< of collapsed neighbours a blank node
  std::string name;
  Term entity_class;                 ///< a default term when it has none
  std::size_t distance = 0;          ///< from the start
  std::vector<std::string> members;  ///< names of collapsed neighbours; empty: it is one thing
};
struct GraphEdge {
  Term source, target;
  std::vector<std::string> relations;  ///< as people read them, each once
  std::uint64_t documents = 0;         ///< that tell of it
  bool asserted = false;               ///< at least one of its facts is
};
struct Graph {
  std::vector<GraphNode> nodes;  ///< the start first, then by distance and name
  std::vector<GraphEdge> edges;
  bool complete = true;  ///< false: there are more nodes than `most_nodes`
};
/// The things around one thing. Facts of one pair and direction are one edge.
DOSSIER_API Graph graph_around(const KnowledgeBase& kb, const GraphRequest& request,
                               const QueryOptions& options = {});

struct PathStep {
  Term from, to;
  std::string from_name, to_name;
  std::vector<FactRow> facts;  ///< between the two in either direction, at most 10
};
/// A shortest chain of facts between two things that goes through no concept, at most `longest`
/// steps; empty when there is none.
DOSSIER_API std::vector<PathStep> path_between(const KnowledgeBase& kb, const Term& from,
                                               const Term& to, std::size_t longest = 6,
                                               const QueryOptions& options = {});

}  // namespace dossier
