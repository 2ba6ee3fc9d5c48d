// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/comparison.h"
#include "engine/functions/node.h"
#include "engine/functions/remaining.h"
#include "model/inline_codec.h"

namespace dossier::functions {
namespace {

enum class Truth : std::uint8_t { no, yes, error };

Truth truth(Evaluation& evaluation, TermId id) {
  if (id.kind() == TermId::Kind::boolean) {
    return inline_codec::decode_boolean(id) ? Truth::yes : Truth::no;
  }
  const auto value = effective_boolean(Operand(evaluation, id));
  return !value ? Truth::error : *value ? Truth::yes : Truth::no;
}

TermId id_of(Truth value) {
  return value == Truth::error ? TermId() : Evaluation::put(value == Truth::yes);
}

/// || and && differ in the value that decides alone: true for ||, false for &&.
class LogicNode : public Node {
 public:
  LogicNode(NodePtr left, NodePtr right, Truth deciding)
      : left_(std::move(left)), right_(std::move(right)), deciding_(deciding) {}

  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    left_->evaluate(evaluation, rows, out);
    std::vector<Truth> left;
    Remaining remaining;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Truth value = truth(evaluation, out[i]);
      out[i] = id_of(value);
      if (value == deciding_) continue;
      remaining.add(rows[i], i);
      left.push_back(value);
    }
    if (remaining.rows.empty()) return;
    std::vector<TermId> right(remaining.rows.size());
    right_->evaluate(evaluation, remaining.rows, right.data());
    for (std::size_t i = 0; i < right.size(); ++i) {
      const Truth value = truth(evaluation, right[i]);
      const Truth both = value == deciding_ || left[i] != Truth::error ? value : Truth::error;
      out[remaining.places[i]] = id_of(both);
    }
  }

 private:
  NodePtr left_, right_;
  Truth deciding_;
};

class IfNode : public Node {
 public:
  IfNode(NodePtr condition, NodePtr then, NodePtr otherwise)
      : condition_(std::move(condition)),
        then_(std::move(then)),
        otherwise_(std::move(otherwise)) {}

  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    condition_->evaluate(evaluation, rows, out);
    Remaining yes;
    Remaining no;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Truth value = truth(evaluation, out[i]);
      if (value == Truth::error) out[i] = {};
      if (value == Truth::yes) yes.add(rows[i], i);
      if (value == Truth::no) no.add(rows[i], i);
    }
    fill(*then_, evaluation, yes, out);
    fill(*otherwise_, evaluation, no, out);
  }

 private:
  static void fill(const Node& node, Evaluation& evaluation, const Remaining& rows, TermId* out) {
    if (rows.rows.empty()) return;
    std::vector<TermId> results(rows.rows.size());
    node.evaluate(evaluation, rows.rows, results.data());
    for (std::size_t i = 0; i < results.size(); ++i) out[rows.places[i]] = results[i];
  }

  NodePtr condition_, then_, otherwise_;
};

class CoalesceNode : public Node {
 public:
  explicit CoalesceNode(std::vector<NodePtr> choices) : choices_(std::move(choices)) {}

  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    Remaining remaining;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out[i] = {};
      remaining.add(rows[i], i);
    }
    std::vector<TermId> results(rows.size());
    for (const NodePtr& choice : choices_) {
      if (remaining.rows.empty()) return;
      choice->evaluate(evaluation, remaining.rows, results.data());
      Remaining next;
      for (std::size_t i = 0; i < remaining.rows.size(); ++i) {
        out[remaining.places[i]] = results[i];
        if (!results[i]) next.add(remaining.rows[i], remaining.places[i]);
      }
      remaining = std::move(next);
    }
  }

 private:
  std::vector<NodePtr> choices_;
};

}  // namespace

NodePtr make_or(NodePtr left, NodePtr right) {
  return make_flat<LogicNode>(std::move(left), std::move(right), Truth::yes);
}
NodePtr make_and(NodePtr left, NodePtr right) {
  return make_flat<LogicNode>(std::move(left), std::move(right), Truth::no);
}
NodePtr make_if(NodePtr condition, NodePtr then, NodePtr otherwise) {
  return make_flat<IfNode>(std::move(condition), std::move(then), std::move(otherwise));
}
NodePtr make_coalesce(std::vector<NodePtr> choices) {
  return make_flat<CoalesceNode>(std::move(choices));
}

}  // namespace dossier::functions
