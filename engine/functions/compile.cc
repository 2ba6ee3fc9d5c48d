// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/functions/expression.h"
#include "engine/functions/node.h"
#include "engine/functions/resolve_call.h"
#include "engine/runtime/term_bytes.h"
#include "model/stack.h"

namespace dossier {
namespace {

using functions::Constant;
using functions::Function;
using functions::NodePtr;

class Compiler {
 public:
  Compiler(const VariableTable& variables, EvaluationContext& context)
      : variables_(variables), context_(context) {}

  /// The whole of an expression.
  NodePtr root(const ast::Expression& expression) {
    Traits traits;
    NodePtr made = node(expression, traits);
    return once_per_id(std::move(made), traits);
  }
  std::vector<Slot> used() && {
    std::sort(used_.begin(), used_.end());
    used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
    return std::move(used_);
  }
  /// For the nodes made.
  std::unique_ptr<MemoryCharge> charge() { return std::move(charge_); }

 private:
  /// What decides whether a node is computed by the distinct id.
  struct Traits {
    std::size_t first_used = 0;  ///< of used_
    std::size_t last_used = 0;   ///< behind the last
    bool is_fixed = true;        ///< the same ids give the same result
    bool reads_terms = false;    ///< some function needs more than ids
  };

  NodePtr node(const ast::Expression& expression, Traits& traits) {
    const Traits around = std::exchange(traits_, {});
    traits.first_used = used_.size();
    NodePtr made = with_stack([&] {
      return std::visit([this](const auto& form) { return make(form); }, expression.node);
    });
    traits.last_used = used_.size();
    traits.is_fixed = traits_.is_fixed;
    traits.reads_terms = traits_.reads_terms;
    traits_.is_fixed = around.is_fixed && traits.is_fixed;
    traits_.reads_terms = around.reads_terms || traits.reads_terms;
    return made;
  }

  /// The operands of a form; `is_fixed` says whether the form itself depends on them alone. Those
  /// that the form is not computed together with are computed by the distinct id.
  std::vector<NodePtr> nodes(const std::vector<ast::Expression>& expressions, bool is_fixed) {
    const std::size_t first = used_.size();
    std::vector<NodePtr> out;
    std::vector<Traits> traits(expressions.size());
    out.reserve(expressions.size());
    for (std::size_t i = 0; i < expressions.size(); ++i)
      out.push_back(node(expressions[i], traits[i]));
    traits_.is_fixed = traits_.is_fixed && is_fixed;
    if (traits_.is_fixed && reads_one_variable(first, used_.size())) return out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = once_per_id(std::move(out[i]), traits[i]);
    return out;
  }

  bool reads_one_variable(std::size_t first, std::size_t last) const {
    return first < last && std::all_of(used_.begin() + static_cast<std::ptrdiff_t>(first),
                                       used_.begin() + static_cast<std::ptrdiff_t>(last),
                                       [&](Slot slot) { return slot == used_[first]; });
  }

  NodePtr once_per_id(NodePtr made, const Traits& traits) {
    const bool is_worth_it = traits.is_fixed && traits.reads_terms &&
                             reads_one_variable(traits.first_used, traits.last_used);
    if (!is_worth_it) return made;
    charge_->add(kNodeBytes);
    return functions::make_once_per_id(std::move(made), used_[traits.first_used], context_.terms());
  }

  NodePtr constant(TermId id) {
    constexpr std::size_t kLookUpCost = 1024;  // in units of Limits::work()
    context_.work(kLookUpCost);
    Constant constant{id, id ? context_.terms().term(id) : Term(), {}};
    const std::size_t text_bytes = heap_bytes(constant.term);
    charge_->add(kNodeBytes + 2 * text_bytes);  // its value holds the text again
    if (id) constant.value = functions::value_of(constant.term);
    return functions::make_constant(std::move(constant));
  }

  std::optional<Slot> slot(const ast::Variable& variable) {
    const auto found = variables_.find(variable.name);
    if (found) used_.push_back(*found);
    return found;
  }

  NodePtr make(const ast::Variable& variable) {
    const auto found = slot(variable);
    return found ? functions::make_variable(*found) : constant(TermId::none());
  }
  NodePtr make(const Term& term) { return constant(context_.terms().intern(term)); }
  NodePtr make(const ast::Operation& operation);
  NodePtr make(const ast::BuiltinCall& call);
  NodePtr make(const ast::FunctionCall& call);
  NodePtr make(const ast::Exists&) {
    throw Error(ErrorCode::usage,
                "EXISTS stands in an expression that no operator computes it for");
  }
  NodePtr make(const ast::Aggregate&) {
    throw Error(ErrorCode::usage, "an aggregate stands where no rows are grouped");
  }
  NodePtr make(const ast::TripleExpression& triple) {
    std::vector<NodePtr> parts;
    for (const auto* part : {&triple.subject, &triple.predicate, &triple.object}) {
      Traits traits;
      parts.push_back(node(**part, traits));
    }
    return call(*functions::find_function(ast::Builtin::triple), std::move(parts));
  }

  /// A call whose arguments are all constant is made here and now.
  NodePtr call(const Function& function, std::vector<NodePtr> arguments) {
    traits_.is_fixed = traits_.is_fixed && function.deterministic;
    traits_.reads_terms = traits_.reads_terms || function.quick == nullptr;
    const bool fixed =
        function.deterministic && std::all_of(arguments.begin(), arguments.end(),
                                              [](const NodePtr& n) { return n->constant(); });
    NodePtr made = functions::make_call(function, std::move(arguments));
    if (!fixed) return made;
    const Batch batch;
    functions::Evaluation evaluation(context_, batch);
    const std::uint32_t row = 0;
    TermId result;
    made->evaluate(evaluation, {&row, 1}, &result);
    return constant(evaluation.intern(result));
  }

  /// A node with its place among its parent's, roughly.
  static constexpr std::size_t kNodeBytes = sizeof(Constant) + 64;

  const VariableTable& variables_;
  EvaluationContext& context_;
  std::unique_ptr<MemoryCharge> charge_ = std::make_unique<MemoryCharge>(context_.terms().memory());
  std::vector<Slot> used_;
  Traits traits_;  ///< of the node being made: is_fixed and reads_terms
};

NodePtr Compiler::make(const ast::Operation& operation) {
  std::vector<NodePtr> operands = nodes(operation.operands, true);
  switch (operation.op) {
    case ast::Operator::logical_or:
      return functions::make_or(std::move(operands[0]), std::move(operands[1]));
    case ast::Operator::logical_and:
      return functions::make_and(std::move(operands[0]), std::move(operands[1]));
    case ast::Operator::in:
    case ast::Operator::not_in: {
      NodePtr needle = std::move(operands.front());
      operands.erase(operands.begin());
      return functions::make_in(std::move(needle), std::move(operands),
                                operation.op == ast::Operator::not_in);
    }
    default:
      return call(*functions::find_function(operation.op), std::move(operands));
  }
}

NodePtr Compiler::make(const ast::BuiltinCall& builtin) {
  if (builtin.function == ast::Builtin::bound) {
    const auto found = slot(std::get<ast::Variable>(builtin.arguments.at(0).node));
    return found ? functions::make_bound(*found) : constant(functions::Evaluation::put(false));
  }
  const Function* function = functions::find_function(builtin.function);
  std::vector<NodePtr> arguments =
      nodes(builtin.arguments, function == nullptr || function->deterministic);
  if (builtin.function == ast::Builtin::coalesce) {
    return functions::make_coalesce(std::move(arguments));
  }
  if (builtin.function == ast::Builtin::if_) {
    return functions::make_if(std::move(arguments.at(0)), std::move(arguments.at(1)),
                              std::move(arguments.at(2)));
  }
  if (builtin.function == ast::Builtin::regex || builtin.function == ast::Builtin::replace) {
    functions::check_pattern(arguments, builtin.function == ast::Builtin::regex ? 2 : 3);
  }
  return call(*function, std::move(arguments));
}

NodePtr Compiler::make(const ast::FunctionCall& function_call) {
  functions::ResolvedCall resolved =
      functions::resolve_call(function_call, context_.custom_functions().get());
  if (const auto* fault = std::get_if<functions::CallFault>(&resolved))
    throw Error(fault->code, fault->message);
  if (const auto* known = std::get_if<const Function*>(&resolved))
    return call(**known, nodes(function_call.arguments, (*known)->deterministic));
  return functions::make_custom_call(
      std::get<std::shared_ptr<const functions::Custom>>(std::move(resolved)),
      nodes(function_call.arguments, false));
}

}  // namespace

namespace {

/// An expression that takes much memory: charged as long as it is there.
class ChargedNode : public functions::Node {
 public:
  ChargedNode(NodePtr inner, std::unique_ptr<MemoryCharge> charge)
      : inner_(std::move(inner)), charge_(std::move(charge)) {}
  void do_evaluate(functions::Evaluation& evaluation, functions::Rows rows,
                   TermId* out) const override {
    inner_->evaluate(evaluation, rows, out);
  }

 private:
  NodePtr inner_;
  std::unique_ptr<MemoryCharge> charge_;
};

constexpr std::size_t kMuch = std::size_t{64} << 10;

}  // namespace

CompiledExpression compile(const ast::Expression& expression, const VariableTable& variables,
                           EvaluationContext& context) {
  Compiler compiler(variables, context);
  NodePtr root = compiler.root(expression);
  std::unique_ptr<MemoryCharge> charge = compiler.charge();
  if (charge->bytes() > kMuch) root = make_flat<ChargedNode>(std::move(root), std::move(charge));
  return {std::move(root), context, std::move(compiler).used()};
}

}  // namespace dossier
