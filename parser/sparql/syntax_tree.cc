// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/syntax_tree.h"

#include <utility>

namespace dossier::sparql {

SyntaxTree::SyntaxTree(std::string_view text, std::vector<SyntaxNode> nodes)
    : text_(text), nodes_(std::move(nodes)) {
  for (std::uint32_t index = 0; index < nodes_.size(); ++index) {
    SyntaxNode& parent = nodes_[index];
    // From the last child back to the first: the one before a child ends where its subtree begins.
    for (std::uint32_t end = index; end > parent.first; end = nodes_[end - 1].first) {
      nodes_[end - 1].next = parent.child;
      parent.child = end - 1;
    }
  }
}

std::optional<Syntax> Syntax::find(Kind kind) const {
  for (const Syntax child : *this) {
    if (child.is(kind)) return child;
  }
  return std::nullopt;
}

}  // namespace dossier::sparql
