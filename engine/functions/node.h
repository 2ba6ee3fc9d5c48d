// SPDX-License-Identifier: Apache-2.0
// The compiled form of expressions: a tree whose nodes compute a column of ids for a list of rows.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/functions/evaluation.h"
#include "engine/functions/function.h"
#include "model/flat_delete.h"
#include "model/stack.h"

namespace dossier::functions {

using Rows = std::span<const std::uint32_t>;

/// A term that doesn't depend on the row, in every form functions ask for.
struct Constant {
  TermId id;
  Term term;
  Value value;

  Operand operand(Evaluation& evaluation) const {
    return {evaluation, id, id ? &term : nullptr, &value};
  }
};

class Node {
 public:
  virtual ~Node() = default;
  /// `out[i]` is the result for row `rows[i]` of the evaluation's batch; none() for an error.
  void evaluate(Evaluation& evaluation, Rows rows, TermId* out) const {
    with_stack([&] { do_evaluate(evaluation, rows, out); });
  }
  /// The constant this node is; null for other nodes.
  virtual const Constant* constant() const { return nullptr; }

 private:
  virtual void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const = 0;
};
using NodePtr = FlatPtr<Node>;

NodePtr make_constant(Constant constant);
NodePtr make_variable(Slot slot);
/// BOUND.
NodePtr make_bound(Slot slot);
NodePtr make_call(const Function& function, std::vector<NodePtr> arguments);

// The forms that are defined over errors (17.4.1): they evaluate an operand only for the rows where
// it matters.
NodePtr make_or(NodePtr left, NodePtr right);
NodePtr make_and(NodePtr left, NodePtr right);
NodePtr make_if(NodePtr condition, NodePtr then, NodePtr otherwise);
NodePtr make_coalesce(std::vector<NodePtr> choices);
/// With `negated`, NOT IN.
NodePtr make_in(NodePtr needle, std::vector<NodePtr> list, bool negated);

/// `inner`, which reads no other variable than `slot` and always gives the same for the same id,
/// evaluated once for each different id of a batch; what costs no memory is kept for later batches
/// while they repeat ids.
NodePtr make_once_per_id(NodePtr inner, Slot slot, TermTable& terms);

/// Throws Error(unsupported) with the reason when the pattern (argument 1) and the flags (argument
/// `flags_at`, if there) of REGEX or REPLACE are constant and right, but not supported. A wrong
/// pattern or flag is an error of the call (SPARQL 1.1, section 17.4.3.14), constant or not, and so
/// is a pattern from data that is not supported.
void check_pattern(std::span<const NodePtr> arguments, std::size_t flags_at);

/// An argument of a call: a column as long as the call's rows, or a constant.
struct Argument {
  const TermId* column = nullptr;
  const Constant* constant = nullptr;

  TermId id(std::size_t row) const { return constant != nullptr ? constant->id : column[row]; }
};
/// Calls `function` row by row: from ids alone where it can, with all needed terms looked up
/// together where it can't.
void apply(const Function& function, Evaluation& evaluation, Rows rows,
           std::span<const Argument> arguments, TermId* out);

}  // namespace dossier::functions
