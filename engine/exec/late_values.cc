// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/late_values.h"

#include <algorithm>

#include "engine/algebra/walk.h"
#include "engine/plan/parallel_parts.h"
#include "model/stack.h"

namespace dossier {
namespace {

/// Whether all ids of the node's rows are those of the source.
bool gives_stored_ids(const plan::Node& node) {
  const bool goes_through = std::holds_alternative<plan::Sort>(node.op) ||
                            std::holds_alternative<plan::Slice>(node.op) ||
                            std::holds_alternative<plan::Project>(node.op) ||
                            std::holds_alternative<plan::Parallel>(node.op);
  if (goes_through) return with_stack([&] { return gives_stored_ids(*node.children[0]); });
  return plan::has_stored_ids(node);
}

void add_once(Layout& layout, Slot slot) {
  if (column_of(layout, slot) == kNoColumn) layout.push_back(slot);
}

/// Whether `late` got all it needs.
bool add_values(const plan::Extend& extend, const Layout& wanted, const VariableTable& variables,
                LateValues& late) {
  std::vector<Slot> read;
  for (const auto& [slot, expression] : extend.values) {
    if (!plan::is_free(expression)) return false;
    const auto value = std::find(wanted.begin(), wanted.end(), slot);
    if (value == wanted.end()) continue;
    const auto column = static_cast<std::size_t>(value - wanted.begin());
    late.columns[column] = {late.values.size(), true};
    late.values.push_back(&expression);
    for (const Slot each : algebra::reads(expression, variables)) read.push_back(each);
  }
  for (const auto& [slot, expression] : extend.values) {
    if (std::find(read.begin(), read.end(), slot) != read.end()) return false;
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (late.columns[i].is_value) continue;
    add_once(late.rows, wanted[i]);
    late.columns[i].index = column_of(late.rows, wanted[i]);
  }
  for (const Slot slot : read) add_once(late.rows, slot);
  return !late.values.empty() && !late.rows.empty();
}

}  // namespace

std::optional<LateValues> find_late_values(const plan::Node& root, const VariableTable& variables) {
  const plan::Node* node = &root;
  if (std::holds_alternative<plan::Project>(node->op)) node = node->children[0].get();
  const auto* extend = std::get_if<plan::Extend>(&node->op);
  if (extend == nullptr || !gives_stored_ids(*node->children[0])) return std::nullopt;
  LateValues late;
  late.child = node->children[0].get();
  late.columns.resize(root.layout.size());
  if (!add_values(*extend, root.layout, variables, late)) return std::nullopt;
  return late;
}

}  // namespace dossier
