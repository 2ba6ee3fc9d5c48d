// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/build.h"
#include "engine/exec/trie_join.h"

namespace dossier {

OperatorPtr OperatorBuilder::make(const plan::Node& node, const plan::TrieJoin& op) {
  std::vector<OperatorPtr> patterns;
  for (std::size_t i = 0; i < node.children.size(); ++i) patterns.push_back(child(node, i));
  return make_flat<TrieJoinOperator>(state_, node.layout, op, std::move(patterns));
}

}  // namespace dossier
