// SPDX-License-Identifier: Apache-2.0
// What conditions on texts cost in a join order.
// Texts are kept in the order of their ids, so those of a scan in that order are read from pages
// one after the other, and all others one by one.
#include <algorithm>

#include "engine/plan/join_order.h"

namespace dossier::plan {

namespace {

constexpr double kUnsortedText = 64;  ///< in rows touched, more than a text read in order

/// Whether it calls what reads the text of a term.
bool reads_text(const ast::Expression& expression) {
  bool found = false;
  algebra::each_expression(expression, [&](const ast::Expression& part) {
    const auto* call = std::get_if<ast::BuiltinCall>(&part.node);
    using enum ast::Builtin;
    found = found ||
            (call != nullptr && call->function != bound && call->function != sameterm &&
             call->function != isiri && call->function != isblank && call->function != isliteral);
  });
  return found;
}

}  // namespace

std::optional<std::pair<Slot, double>> texts_read(const Leaf& leaf,
                                                  const std::vector<Condition>& conditions) {
  if (leaf.kind != Leaf::Kind::triple) return std::nullopt;
  for (const Condition& condition : conditions) {
    if (condition.reads.size() != 1 || !reads_text(condition.expression)) continue;
    const Slot slot = *condition.reads.begin();
    if (!leaf.binds.certain.contains(slot)) continue;
    PatternStatistics stored = *leaf.statistics;
    stored.confine(
        slot, {{TermId::lowest(TermId::Kind::iri), TermId::highest(TermId::Kind::typed_literal)}});
    return std::pair(slot, std::min(stored.rows(), leaf.statistics->distinct(slot)));
  }
  return std::nullopt;
}

double JoinOrder::unsorted_cost(const Joined& before, std::size_t index, const Way& way,
                                bool first) const {
  if (!texts_[index]) return 0;
  const auto& [slot, texts] = *texts_[index];
  if (before.binds.possible.contains(slot) || (first && way.order == slot)) return 0;
  // The first texts in order may be just those that no condition lets through.
  if (part_ < 1) return 0;
  return kUnsortedText * std::min(texts, joined_rows(before, index, first));
}

}  // namespace dossier::plan
