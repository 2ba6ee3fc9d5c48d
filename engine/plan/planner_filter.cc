// SPDX-License-Identifier: Apache-2.0
// FILTER, with the EXISTS that its conditions read.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "engine/plan/join_group.h"
#include "engine/plan/planner.h"
#include "model/stack.h"

namespace dossier::plan {

NodePtr Planner::filter(const algebra::Filter& filter, const Context& context) {
  std::vector<ast::Expression> conditions = filter.conditions;
  std::vector<MarkRef> marks;
  const algebra::Node* base = &*filter.child;
  for (;;) {
    if (const auto* mark = std::get_if<algebra::Exists>(&base->node)) {
      marks.push_back({mark->result, &*mark->pattern});
      base = &*mark->child;
      continue;
    }
    const auto* inner = std::get_if<algebra::Filter>(&base->node);
    if (inner == nullptr || !std::holds_alternative<algebra::Exists>(inner->child->node)) break;
    conditions.insert(conditions.end(), inner->conditions.begin(), inner->conditions.end());
    base = &*inner->child;
  }
  return this->filter(std::move(conditions), marks, *base, context);
}

namespace {

/// The answer that a condition asks of an EXISTS and of nothing else: `mark` or `! mark`.
std::optional<bool> plain_answer(const ast::Expression& condition) {
  if (std::holds_alternative<ast::Variable>(condition.node)) return true;
  const auto* operation = std::get_if<ast::Operation>(&condition.node);
  if (operation == nullptr || operation->op != ast::Operator::logical_not) return std::nullopt;
  const bool plain = std::holds_alternative<ast::Variable>(operation->operands.front().node);
  return plain ? std::optional(false) : std::nullopt;
}

/// The conditions that read answers of EXISTS.
class LateConditions {
 public:
  /// `marks`: the answers it reads.
  void add(ast::Expression condition, const SlotSet& marks) {
    for (Slot mark : marks) readers_[mark].push_back(conditions_.size());
    conditions_.push_back({std::move(condition), marks.size()});
  }
  /// The answer that `mark` must have when only one condition reads it, and nothing else: that is
  /// met then.
  std::optional<bool> take_answer(Slot mark) {
    // An answer that other conditions read as well must stay a column.
    const auto readers = readers_.find(mark);
    if (readers == readers_.end() || readers->second.size() != 1) return std::nullopt;
    const auto answer = plain_answer(conditions_[readers->second.front()].condition);
    if (answer) readers_.erase(readers);
    return answer;
  }
  /// Those that can be tested once `mark` has its answer.
  std::vector<ast::Expression> ready(Slot mark) {
    std::vector<ast::Expression> result;
    for (const std::size_t number : readers_[mark]) {
      if (--conditions_[number].waits == 0)
        result.push_back(std::move(conditions_[number].condition));
    }
    return result;
  }

 private:
  struct Late {
    ast::Expression condition;
    std::size_t waits;  ///< for so many answers
  };
  std::vector<Late> conditions_;
  std::unordered_map<Slot, std::vector<std::size_t>> readers_;
};

}  // namespace

NodePtr Planner::filter(std::vector<ast::Expression> conditions, const std::vector<MarkRef>& marks,
                        const algebra::Node& base, const Context& context) {
  return with_stack([&] { return filter_of(std::move(conditions), marks, base, context); });
}

NodePtr Planner::filter_of(std::vector<ast::Expression> conditions,
                           const std::vector<MarkRef>& marks, const algebra::Node& base,
                           const Context& context) {
  SlotSet results;
  Context below = context;
  for (const MarkRef& mark : marks) {
    results.insert(mark.result);
    add_all(below.required, mentions(*mark.pattern));
    if (context.graph.variable) below.required.insert(*context.graph.variable);
  }
  LateConditions late;
  JoinGroup group(*this, below);
  for (ast::Expression& condition : conditions) {
    limits_.work(algebra::kNodeWork);
    const SlotSet own = algebra::reads(condition, variables_);
    const SlotSet answers = set_intersection(own, results);
    if (answers.empty()) {
      group.add_condition(std::move(condition));
    } else {
      count(condition);
      late.add(std::move(condition), answers);
      add_all(below.required, own);
    }
  }
  group.collect(base, context.graph, context.seed == nullptr ? SlotSet{} : context.seed->possible);
  if (context.seed != nullptr) group.add_seed(*context.seed);
  NodePtr plan = group.plan();
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    limits_.check();
    plan = exists(*mark, context, std::move(plan), late.take_answer(mark->result));
    plan = filtered(std::move(plan), late.ready(mark->result));
  }
  return plan;
}

}  // namespace dossier::plan
