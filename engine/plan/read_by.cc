// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/read_by.h"

#include "engine/plan/pattern.h"

namespace dossier::plan {

bool passes_rows_on(const Node& node) {
  return std::holds_alternative<Filter>(node.op) || std::holds_alternative<Project>(node.op) ||
         std::holds_alternative<Extend>(node.op);
}

void read_by(Node& node, const algebra::SlotSet& keys) {
  Node* at = &node;
  while (passes_rows_on(*at)) at = at->children[0].get();
  auto* scan = std::get_if<Scan>(&at->op);
  if (scan == nullptr || scan->ranges || scan->permutation == storage::Permutation::gspo) return;
  const auto permutation = permutation_together(scan->pattern, keys);
  if (!permutation) return;
  scan->permutation = *permutation;
  at->order.clear();
  for (const Slot column : scan_order(scan->pattern, *permutation)) {
    if (column_of(at->layout, column) == kNoColumn) break;
    at->order.push_back(column);
  }
  for (Node* above = &node; above != at; above = above->children[0].get()) {
    above->order = at->order;
    std::erase_if(above->order,
                  [above](Slot slot) { return column_of(above->layout, slot) == kNoColumn; });
  }
}

}  // namespace dossier::plan
