// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <numeric>

#include "engine/functions/look_up.h"
#include "engine/functions/node.h"

namespace dossier::functions {
namespace {

class ConstantNode : public Node {
 public:
  explicit ConstantNode(Constant constant) : constant_(std::move(constant)) {}
  void do_evaluate(Evaluation&, Rows rows, TermId* out) const override {
    std::fill_n(out, rows.size(), constant_.id);
  }
  const Constant* constant() const override { return &constant_; }

 private:
  Constant constant_;
};

class VariableNode : public Node {
 public:
  explicit VariableNode(Slot slot) : slot_(slot) {}
  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    const TermId* column = evaluation.batch().find(slot_);
    if (column == nullptr) {
      std::fill_n(out, rows.size(), TermId());
      return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = column[rows[i]];
  }

 private:
  Slot slot_;
};

class BoundNode : public Node {
 public:
  explicit BoundNode(Slot slot) : slot_(slot) {}
  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    const TermId* column = evaluation.batch().find(slot_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out[i] = Evaluation::put(column != nullptr && static_cast<bool>(column[rows[i]]));
    }
  }

 private:
  Slot slot_;
};

class CallNode : public Node {
 public:
  CallNode(const Function& function, std::vector<NodePtr> arguments)
      : function_(function), arguments_(std::move(arguments)) {}

  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    MemoryCharge charge(evaluation.terms().memory());
    charge.add(arguments_.size() * rows.size() * sizeof(TermId));
    std::vector<std::vector<TermId>> columns(arguments_.size());
    std::vector<Argument> arguments(arguments_.size());
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      arguments[i].constant = arguments_[i]->constant();
      if (arguments[i].constant != nullptr) continue;
      columns[i].resize(rows.size());
      arguments_[i]->evaluate(evaluation, rows, columns[i].data());
      arguments[i].column = columns[i].data();
    }
    apply(function_, evaluation, rows, arguments, out);
  }

 private:
  const Function& function_;
  std::vector<NodePtr> arguments_;
};

/// What a call costs beside the strings it reads, in units of Limits::work().
constexpr std::size_t kCallCost = 64;

/// An argument's ids as an array: a constant is one id that every row reads.
struct Lane {
  const TermId* ids;
  std::size_t step;

  explicit Lane(const Argument& argument)
      : ids(argument.constant != nullptr ? &argument.constant->id : argument.column),
        step(argument.constant != nullptr ? 0 : 1) {}
};

/// The rows `function` can't answer from ids, all of them when it doesn't try.
std::vector<std::uint32_t> quick_pass(const Function& function, std::size_t size,
                                      std::span<const Argument> arguments, TermId* out) {
  std::vector<std::uint32_t> undecided;
  if (function.quick == nullptr) {
    undecided.resize(size);
    std::iota(undecided.begin(), undecided.end(), 0U);
    return undecided;
  }
  // No function with a quick form has more arguments than two.
  std::array<TermId, 2> ids;
  const std::span<const TermId> given(ids.data(), arguments.size());
  const Lane first(arguments[0]);
  const Lane second(arguments.back());
  for (std::size_t row = 0; row < size; ++row) {
    ids = {first.ids[row * first.step], second.ids[row * second.step]};
    if (!function.quick(given, out[row])) undecided.push_back(static_cast<std::uint32_t>(row));
  }
  return undecided;
}

/// What was done of a call.
struct Applied {
  std::size_t rows = 0;
  std::size_t bytes = 0;  ///< of the terms looked up
};

/// Calls the function for the first rows with these numbers among the call's `rows`: those whose
/// terms fit into some memory, at least one.
Applied apply_some(const Function& function, Evaluation& evaluation, Rows rows, Rows numbers,
                   std::span<const Argument> arguments, TermId* out) {
  std::vector<LookedUp> terms;
  terms.reserve(arguments.size());
  Applied applied{numbers.size(), 0};
  MemoryCharge charge(evaluation.terms().memory());
  for (const Argument& argument : arguments) {
    terms.push_back(argument.constant != nullptr
                        ? without_look_up(applied.rows)
                        : look_up(evaluation, argument.column, numbers.first(applied.rows)));
    applied.rows = terms.back().rows;
    applied.bytes += terms.back().bytes;
    charge.set(applied.bytes);
  }
  std::vector<Operand> operands;
  operands.reserve(arguments.size());
  for (std::size_t i = 0; i < applied.rows; ++i) {
    operands.clear();
    std::size_t cost = kCallCost;
    for (std::size_t k = 0; k < arguments.size(); ++k) {
      if (arguments[k].constant != nullptr)
        operands.push_back(arguments[k].constant->operand(evaluation));
      else
        operands.emplace_back(evaluation, arguments[k].id(numbers[i]), terms[k].of_row[i]);
      cost += operands.back().cost();
    }
    evaluation.context().work(cost);
    // What it makes of them may take as much again, before it is charged.
    if (cost > kMostLookedUp) evaluation.terms().memory().check(cost);
    evaluation.set_row(rows[numbers[i]]);
    out[numbers[i]] = function.scalar(evaluation, operands);
  }
  return applied;
}

}  // namespace

// Terms are looked up for many rows together, but not for more than fit into some memory.
void apply(const Function& function, Evaluation& evaluation, Rows rows,
           std::span<const Argument> arguments, TermId* out) {
  constexpr std::size_t kFirstRows = 16;
  evaluation.context().work(rows.size());
  const auto undecided = quick_pass(function, rows.size(), arguments, out);
  std::size_t count = kFirstRows;
  for (std::size_t at = 0; at < undecided.size();) {
    const Rows some = Rows(undecided).subspan(at, std::min(count, undecided.size() - at));
    const Applied applied = apply_some(function, evaluation, rows, some, arguments, out);
    at += applied.rows;
    count = applied.bytes < kMostLookedUp && applied.rows == some.size()
                ? 2 * count
                : std::max<std::size_t>(1, count / 4);
  }
}

NodePtr make_constant(Constant constant) { return make_flat<ConstantNode>(std::move(constant)); }
NodePtr make_variable(Slot slot) { return make_flat<VariableNode>(slot); }
NodePtr make_bound(Slot slot) { return make_flat<BoundNode>(slot); }
NodePtr make_call(const Function& function, std::vector<NodePtr> arguments) {
  return make_flat<CallNode>(function, std::move(arguments));
}

}  // namespace dossier::functions
