// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "engine/algebra/print.h"
#include "engine/plan/physical.h"
#include "model/inline_term.h"
#include "model/stack.h"
#include "parser/sparql/print.h"
#include "storage/permutation.h"

namespace dossier::plan {

namespace {

/// Deeper levels are numbered instead: the text of a chain of n operators would take n * n bytes.
constexpr std::size_t kDeepestIndent = 60;

class Printer {
 public:
  Printer(const VariableTable& variables, const Annotate& annotate, const NameTerm& name,
          const ast::PrefixMap& prefixes)
      : variables_(variables), annotate_(annotate), name_(name), prefixes_(prefixes) {}

  std::string text;

  void node(const Node& node, std::size_t depth) {
    text.append(2 * std::min(depth, kDeepestIndent), ' ');
    if (depth > kDeepestIndent) text += fmt::format("(level {}) ", depth);
    text += label(node);
    text += fmt::format("  ~{:.0f}", std::max(0.0, node.rows));
    if (annotate_) text += annotate_(node, text.size());
    text += '\n';
    for (const NodePtr& child : node.children) with_stack([&] { this->node(*child, depth + 1); });
  }

 private:
  std::string slot(Slot slot) const { return "?" + variables_.name(slot); }

  std::string slots(const auto& slots) const {
    std::vector<std::string> names;
    for (Slot own : slots) names.push_back(slot(own));
    return fmt::format("{}", fmt::join(names, " "));
  }

  std::string item(const Item& item) const {
    if (const auto* own = std::get_if<Slot>(&item)) return slot(*own);
    return name_(std::get<TermId>(item));
  }

  std::string graph(const ActiveGraph& graph) const {
    if (graph.variable) return " graph " + slot(*graph.variable);
    if (graph.scope.kind != storage::GraphScope::Kind::list) return {};
    std::string result = " graph";
    for (TermId id : graph.scope.graphs)
      result += " " + (id == TermId::default_graph() ? "default" : name_(id));
    return result;
  }

  std::string pattern(const QuadPattern& pattern) const {
    return fmt::format("{} {} {}{}", item(pattern.subject), item(pattern.predicate),
                       item(pattern.object), graph(pattern.graph));
  }

  std::string text_of(const ast::Expression& expression) const {
    return dossier::print(expression, prefixes_);
  }

  std::string conditions(const std::vector<ast::Expression>& conditions) const {
    std::vector<std::string> texts;
    for (const ast::Expression& condition : conditions) texts.push_back(text_of(condition));
    return fmt::format("{}", fmt::join(texts, " && "));
  }

  std::string keys(const std::vector<Slot>& keys, const std::vector<Slot>& uncertain) const {
    std::string result = keys.empty() ? "" : " on " + slots(keys);
    if (!uncertain.empty()) result += " perhaps " + slots(uncertain);
    return result;
  }

  static std::string permutation(storage::Permutation permutation) {
    return std::string(storage::name_of(permutation));
  }

  std::string label(const Node& node) const {
    return std::visit([&](const auto& op) { return label(node, op); }, node.op);
  }
  std::string label(const Node&, const Empty&) const { return "empty"; }
  std::string label(const Node&, const Unit&) const { return "unit"; }
  std::string label(const Node&, const Distinct& op) const {
    const std::string few =
        op.few ? fmt::format(", {} nodes {}", op.few->most, slot(op.few->variable)) : "";
    return (op.in_runs ? "distinct, in runs" : "distinct") + few;
  }
  std::string label(const Node&, const CountRuns& op) const {
    const std::string times = op.factors.empty() ? "" : ", times " + slots(op.factors);
    return "distinct, in runs, counted as " + slot(op.times) + times;
  }
  std::string label(const Node&, const Union&) const { return "union"; }
  std::string label(const Node&, const TrieJoin& op) const {
    return "trie join by " + slots(op.variables);
  }
  std::string label(const Node& node, const Seed&) const { return "seed " + slots(node.layout); }
  std::string label(const Node& node, const Values&) const {
    return "values " + slots(node.layout);
  }
  std::string label(const Node& node, const Project&) const {
    return "project " + slots(node.layout);
  }
  std::string label(const Node&, const Parallel& op) const {
    const std::string by = op.key ? " by " + slot(*op.key) : "";
    return fmt::format("parallel, in parts of {} rows{}", op.part_rows, by);
  }
  std::string label(const Node&, const Scan& op) const {
    std::string result =
        fmt::format("scan {} {}", permutation(op.permutation), pattern(op.pattern));
    if (op.ranges) result += fmt::format(" in {} value range(s)", op.ranges->size());
    return result;
  }
  std::string label(const Node&, const Path& op) const {
    return fmt::format("path {} {} {}{}", item(op.subject), dossier::print(op.path, prefixes_),
                       item(op.object), graph(op.graph));
  }
  std::string label(const Node&, const TextMatch& op) const {
    return fmt::format("text search {} \"{}\"{}{}", item(op.subject), op.query,
                       op.score ? " score " + slot(*op.score) : "", graph(op.graph));
  }
  std::string label(const Node&, const IndexJoin& op) const {
    const std::string more = op.times ? ", counted as " + slot(*op.times) : "";
    return fmt::format("index join on {} {} {}{}{}", slot(op.key), permutation(op.permutation),
                       pattern(op.pattern), op.once ? ", once" : "", more);
  }
  std::string label(const Node&, const Unnest& op) const {
    using enum Unnest::Way;
    const char* way = op.way == take_apart ? "unnest" : op.way == find ? "find" : "search";
    return fmt::format("{} {} = <<( {} {} {} )>>", way, slot(op.term), item(op.subject),
                       item(op.predicate), item(op.object));
  }
  std::string label(const Node&, const Service& op) const {
    return (op.silent ? "service silent " : "service ") + item(op.name);
  }
  std::string label(const Node&, const Filter& op) const {
    return "filter " + conditions(op.conditions);
  }
  std::string label(const Node&, const Extend& op) const {
    std::string result = "extend";
    for (const auto& [variable, value] : op.values)
      result += fmt::format(" {} = {}", slot(variable), text_of(value));
    return result;
  }
  std::string label(const Node&, const Aggregate& op) const {
    std::string result = "aggregate " + slots(op.keys);
    for (const algebra::Aggregation& a : op.aggregations)
      result += fmt::format(" {} = {}", slot(a.result), text_of(ast::Expression{a.aggregate, {}}));
    if (op.in_runs) result += ", in runs";
    return op.times.empty() ? result : result + ", times " + slots(op.times);
  }
  std::string label(const Node&, const Sort& op) const {
    std::string result = op.limit ? fmt::format("top {}", *op.limit) : "sort";
    for (const ast::OrderCondition& c : op.conditions)
      result += fmt::format(" {}({})", c.descending ? "desc" : "asc", text_of(c.expression));
    return result;
  }
  std::string label(const Node&, const Slice& op) const {
    std::string result = "slice";
    if (op.offset != 0) result += fmt::format(" offset {}", op.offset);
    if (op.limit) result += fmt::format(" limit {}", *op.limit);
    return result;
  }
  std::string label(const Node&, const Unify& op) const {
    return fmt::format("unify {} with {}", slot(op.to), slot(op.from));
  }
  std::string label(const Node&, const Substitute& op) const {
    return "substitute " + slots(op.variables);
  }
  std::string label(const Node&, const EachGraph& op) const {
    return "each graph " + slot(op.variable);
  }
  std::string label(const Node&, const MergeJoin& op) const {
    return "merge join on " + slot(op.key);
  }
  std::string label(const Node&, const HashJoin& op) const {
    std::string result = op.optional ? "hash left join" : "hash join";
    result += keys(op.keys, op.uncertain);
    if (!op.conditions.empty()) result += " where " + conditions(op.conditions);
    return result;
  }
  std::string label(const Node&, const BindJoin& op) const {
    return op.optional ? "bind left join" : "bind join";
  }
  std::string label(const Node&, const Exists& op) const {
    if (!op.keep) return "exists";
    return *op.keep ? "semi join" : "anti join";
  }
  std::string label(const Node&, const SemiJoin& op) const {
    std::string result = "hash exists";
    if (op.must_share)
      result = "minus";
    else if (op.keep)
      result = *op.keep ? "hash semi join" : "hash anti join";
    result += keys(op.keys, op.uncertain);
    return op.conditions.empty() ? result : result + " where " + conditions(op.conditions);
  }

  const VariableTable& variables_;
  const Annotate& annotate_;
  const NameTerm& name_;
  const ast::PrefixMap& prefixes_;
};

}  // namespace

std::string print(const Node& node, const VariableTable& variables, const NameTerm& name,
                  const ast::PrefixMap& prefixes, const Annotate& annotate) {
  Printer printer(variables, annotate, name, prefixes);
  printer.node(node, 0);
  return std::move(printer.text);
}

}  // namespace dossier::plan
