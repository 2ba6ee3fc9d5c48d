#include <array>
#include <numeric>

#include "engine/functions/node.h"

namespace dossier::functions {
namespace {

class ConstantNode : public Node {
 public:
  explicit ConstantNode(Constant constant) : constant_(std::move(constant)) {}
  void evaluate(Evaluation&, Rows rows, TermId* out) const override {
    std::fill_n(out, rows.size(), constant_.id);
  }
  const Constant* constant() const override { return &constant_; }

 private:
  Constant constant_;
};

class VariableNode : public Node {
 public:
  explicit VariableNode(Slot slot) : slot_(slot) {}
  void evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
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
  void evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
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

  void evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
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

bool needs_look_up(TermId id) { return id && !id.is_inline() && !Evaluation::is_pending(id); }

/// The terms of a column's rows that are in a dictionary.
std::vector<Term> look_up(Evaluation& evaluation, const Argument& argument, Rows rows) {
  if (argument.constant != nullptr) return {};
  std::vector<TermId> ids(rows.size());
  bool any = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TermId id = argument.column[rows[i]];
    if (needs_look_up(id)) {
      ids[i] = id;
      any = true;
    }
  }
  if (!any) return {};
  std::vector<Term> terms(rows.size());
  evaluation.terms().terms(ids, terms);
  return terms;
}

}  // namespace

void apply(const Function& function, Evaluation& evaluation, Rows rows,
           std::span<const Argument> arguments, TermId* out) {
  const auto undecided = quick_pass(function, rows.size(), arguments, out);
  if (undecided.empty()) return;
  std::vector<std::vector<Term>> terms;
  terms.reserve(arguments.size());
  for (const Argument& argument : arguments) {
    terms.push_back(look_up(evaluation, argument, undecided));
  }
  std::vector<Operand> operands;
  operands.reserve(arguments.size());
  for (std::size_t i = 0; i < undecided.size(); ++i) {
    operands.clear();
    for (std::size_t k = 0; k < arguments.size(); ++k) {
      const TermId id = arguments[k].id(undecided[i]);
      if (arguments[k].constant != nullptr) {
        operands.push_back(arguments[k].constant->operand(evaluation));
      } else {
        operands.emplace_back(evaluation, id, needs_look_up(id) ? &terms[k][i] : nullptr);
      }
    }
    evaluation.set_row(rows[undecided[i]]);
    out[undecided[i]] = function.scalar(evaluation, operands);
  }
}

NodePtr make_constant(Constant constant) {
  return std::make_unique<ConstantNode>(std::move(constant));
}
NodePtr make_variable(Slot slot) { return std::make_unique<VariableNode>(slot); }
NodePtr make_bound(Slot slot) { return std::make_unique<BoundNode>(slot); }
NodePtr make_call(const Function& function, std::vector<NodePtr> arguments) {
  return std::make_unique<CallNode>(function, std::move(arguments));
}

}  // namespace dossier::functions
