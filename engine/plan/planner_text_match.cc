// SPDX-License-Identifier: Apache-2.0
// Searches of words: the index knows how many texts have them.
#include <algorithm>

#include "dossier/error.h"
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"
#include "storage/text/search.h"

namespace dossier::plan {

namespace {

/// Of a text that matches: its quads are looked up.
constexpr double kCostOfText = 4;

}  // namespace

NodePtr Planner::text_match(const algebra::TextMatch& match, const Context& context) {
  const storage::TextSearch search(storage::text_index_of(source_), match.query);
  const double texts = std::max(1.0, static_cast<double>(search.estimate()));
  TextMatch op{resolve(match.subject, terms_), match.query, match.score, context.graph};
  SlotSet slots;
  const auto* subject = std::get_if<Slot>(&op.subject);
  if (subject != nullptr) slots.insert(*subject);
  if (op.score) slots.insert(*op.score);
  if (op.graph.variable) slots.insert(*op.graph.variable);
  NodePtr node = make_node(std::move(op), layout_of(slots));
  node->certain = slots;
  if (subject != nullptr) node->order = {*subject};
  node->rows = subject == nullptr ? 1 : texts;
  node->cost = kCostOfText * texts;
  return node;
}

}  // namespace dossier::plan
