// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/sorted_scan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/functions/order.h"
#include "engine/plan/pattern_columns.h"

namespace dossier {

namespace {

const plan::Scan* scan_below(const plan::Node& node) {
  const plan::Node* at = &node;
  while (std::holds_alternative<plan::Project>(at->op) ||
         std::holds_alternative<plan::Filter>(at->op) ||
         std::holds_alternative<plan::Extend>(at->op) ||
         std::holds_alternative<plan::Parallel>(at->op))
    at = at->children[0].get();
  return std::get_if<plan::Scan>(&at->op);
}

}  // namespace

const plan::Scan* scan_sorted_by(const plan::Node& node, const plan::Sort& sort,
                                 const VariableTable& variables) {
  if (sort.conditions.size() != 1 || sort.conditions[0].descending) return nullptr;
  const auto* variable = std::get_if<ast::Variable>(&sort.conditions[0].expression.node);
  const auto slot = variable != nullptr ? variables.find(variable->name) : std::nullopt;
  const plan::Scan* scan = scan_below(node);
  if (!slot || scan == nullptr) return nullptr;
  const PatternColumns columns(scan->pattern, scan->permutation);
  if (columns.request.prefix_length == 4) return nullptr;
  const Position first = storage::column_order(scan->permutation)[columns.request.prefix_length];
  return columns.slots[static_cast<std::size_t>(first)] == slot ? scan : nullptr;
}

SortedScanOperator::SortedScanOperator(QueryState& state, const plan::Scan& scan, OperatorPtr plain,
                                       OperatorPtr sorted)
    : Operator(state, sorted->layout()), plain_(std::move(plain)), sorted_(std::move(sorted)) {
  PatternColumns columns(scan.pattern, scan.permutation);
  if (columns.impossible) return;
  if (!scan.ranges) requests_.push_back(columns.request);
  for (std::size_t i = 0; scan.ranges && i < scan.ranges->size(); ++i) {
    columns.request.range = (*scan.ranges)[i];
    requests_.push_back(columns.request);
  }
}

TermId SortedScanOperator::first_id(storage::ScanRequest request, storage::IdRange range) {
  if (range.high < range.low) return TermId::none();
  const Position position = storage::column_order(request.permutation)[request.prefix_length];
  request.range = range;
  std::array<TermId*, 4> columns{};
  TermId id;
  columns[static_cast<std::size_t>(position)] = &id;
  const auto scan = state().source().scan(request);
  return scan->next(columns, 1) == 1 ? id : TermId::none();
}

// The kinds of ids stand one behind the other: the first id tells the kind, and there must be none
// behind its end.
bool SortedScanOperator::is_sorted() {
  TermId::Kind kind = TermId::Kind::none;
  for (const storage::ScanRequest& request : requests_) {
    const storage::IdRange range = request.range.value_or(storage::IdRange{});
    const TermId id = first_id(request, range);
    if (!id) continue;
    if (!sorts_by_id(id) || (kind != TermId::Kind::none && kind != id.kind())) return false;
    kind = id.kind();
    const TermId behind{TermId::highest(kind).bits() + 1};
    if (first_id(request, {std::max(range.low, behind), range.high})) return false;
  }
  return true;
}

void SortedScanOperator::do_open() {
  chosen_ = is_sorted() ? plain_.get() : sorted_.get();
  chosen_->open();
}

bool SortedScanOperator::do_next(Batch& out) { return chosen_->next(out); }

void SortedScanOperator::do_close() {
  plain_->close();
  sorted_->close();
}

}  // namespace dossier
