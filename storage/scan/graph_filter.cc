// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/graph_filter.h"

#include <algorithm>

#include "dossier/error.h"

namespace dossier::storage {

GraphFilter::GraphFilter(const ScanRequest& request) : scope_(request.graphs) {
  const bool one_graph = scope_.kind == GraphScope::Kind::list && scope_.graphs.size() <= 1;
  const bool bound = request.permutation == Permutation::gspo && request.prefix_length > 0;
  distinct_ = scope_.distinct && !one_graph && !bound;
  if (distinct_ && request.permutation == Permutation::gspo) {
    throw Error(ErrorCode::usage,
                "the order gspo cannot give distinct triples over several graphs");
  }
}

GraphCheck GraphFilter::check(std::uint64_t low_graph, std::uint64_t high_graph) const {
  constexpr std::uint64_t kDefault = TermId::default_graph().bits();
  switch (scope_.kind) {
    case GraphScope::Kind::all:
      return GraphCheck::all_match;
    case GraphScope::Kind::named:
      if (low_graph > kDefault) return GraphCheck::all_match;
      return high_graph <= kDefault ? GraphCheck::none_match : GraphCheck::each;
    case GraphScope::Kind::list: {
      const auto first =
          std::lower_bound(scope_.graphs.begin(), scope_.graphs.end(), TermId{low_graph});
      if (first == scope_.graphs.end() || first->bits() > high_graph) return GraphCheck::none_match;
      return low_graph == high_graph ? GraphCheck::all_match : GraphCheck::each;
    }
  }
  return GraphCheck::each;
}

}  // namespace dossier::storage
