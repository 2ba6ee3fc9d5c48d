// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/naive_algebra.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace dossier::naive {
namespace {

bool compatible(const Solution& a, const Solution& b) {
  return std::all_of(a.begin(), a.end(), [&](const auto& binding) {
    const auto other = b.find(binding.first);
    return other == b.end() || other->second == binding.second;
  });
}

Solution merged(Solution a, const Solution& b) {
  a.insert(b.begin(), b.end());
  return a;
}

Solutions join(const Solutions& left, const Solutions& right) {
  Solutions out;
  for (const Solution& a : left)
    for (const Solution& b : right)
      if (compatible(a, b)) out.push_back(merged(a, b));
  return out;
}

Solutions minus(const Solutions& left, const Solutions& right) {
  const auto share_a_variable = [](const Solution& a, const Solution& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& x) { return b.contains(x.first); });
  };
  Solutions out;
  for (const Solution& a : left)
    if (std::none_of(right.begin(), right.end(),
                     [&](const Solution& b) { return compatible(a, b) && share_a_variable(a, b); }))
      out.push_back(a);
  return out;
}

bool holds(const std::vector<const ast::Expression*>& conditions, const Scope& scope) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const ast::Expression* condition) {
    return effective_boolean_value(evaluate(*condition, scope)) == true;
  });
}

/// Matches one node of a pattern against a term, extending the solution.
bool match(const ast::Node& node, const Term& term, Solution& solution) {
  const auto bind = [&](const std::string& name) {
    return solution.emplace(name, term).first->second == term;
  };
  if (const auto* variable = std::get_if<ast::Variable>(&node)) return bind(variable->name);
  if (const auto* blank = std::get_if<ast::BlankNode>(&node)) return bind("_:" + blank->label);
  if (const auto* constant = std::get_if<Term>(&node)) return *constant == term;
  const ast::TripleTermPattern& inner = *std::get<Box<ast::TripleTermPattern>>(node);
  return term.is_triple() && match(inner.subject, term.as_triple().subject, solution) &&
         match(inner.predicate, term.as_triple().predicate, solution) &&
         match(inner.object, term.as_triple().object, solution);
}

PathEnds ends_of(const ast::TriplePattern& pattern) {
  const auto term = [](const ast::Node& node) {
    const auto* constant = std::get_if<Term>(&node);
    return constant == nullptr ? std::nullopt : std::optional(*constant);
  };
  return {term(pattern.subject), term(pattern.object)};
}

Solutions evaluate_triple(const ast::TriplePattern& pattern, const Graph& graph) {
  Solutions out;
  const auto add = [&](const Term& s, const Term* p, const Term& o) {
    Solution solution;
    if (match(pattern.subject, s, solution) && match(pattern.object, o, solution) &&
        (p == nullptr || match(std::get<ast::Node>(pattern.predicate), *p, solution)))
      out.push_back(std::move(solution));
  };
  if (const auto* path = std::get_if<ast::Path>(&pattern.predicate)) {
    for (const auto& [start, end] : evaluate(*path, graph, ends_of(pattern)))
      add(start, nullptr, end);
  } else {
    for (const Triple& triple : graph) add(triple.subject, &triple.predicate, triple.object);
  }
  return out;
}

Solutions evaluate_block(const ast::TriplesBlock& block, const Graph& graph) {
  Solutions out{Solution{}};
  for (const ast::TriplePattern& pattern : block.triples)
    out = join(out, evaluate_triple(pattern, graph));
  for (Solution& solution : out)
    std::erase_if(solution, [](const auto& binding) { return binding.first.starts_with("_:"); });
  return out;
}

/// The FILTERs directly in a group.
std::vector<const ast::Expression*> filters_of(const ast::GroupGraphPattern& group) {
  std::vector<const ast::Expression*> out;
  for (const ast::PatternElement& element : group.elements)
    if (const auto* filter = std::get_if<ast::Filter>(&element.node))
      out.push_back(&filter->condition);
  return out;
}

Solutions evaluate_inline(const ast::InlineData& data) {
  Solutions out;
  for (const auto& row : data.rows) {
    Solution& solution = out.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i]) solution.emplace(data.variables[i].name, *row[i]);
  }
  return out;
}

/// A group without the FILTERs directly in it, evaluated element by element (section 18.2.2.6).
class GroupEvaluator {
 public:
  GroupEvaluator(const Graph& graph, const Dataset& dataset) : graph_(graph), dataset_(dataset) {}

  Solutions run(const ast::GroupGraphPattern& group) {
    for (const ast::PatternElement& element : group.elements) std::visit(*this, element.node);
    return std::move(solutions_);
  }

  void operator()(const ast::TriplesBlock& block) { join_with(evaluate_block(block, graph_)); }
  void operator()(const ast::OptionalPattern& optional) {
    const Solutions right = GroupEvaluator(graph_, dataset_).run(*optional.pattern);
    const auto conditions = filters_of(*optional.pattern);
    Solutions out;
    for (const Solution& a : solutions_) {
      const std::size_t before = out.size();
      for (const Solution& b : right) {
        if (!compatible(a, b)) continue;
        Solution both = merged(a, b);
        if (holds(conditions, {both, graph_, dataset_})) out.push_back(std::move(both));
      }
      if (out.size() == before) out.push_back(a);
    }
    solutions_ = std::move(out);
  }
  void operator()(const ast::MinusPattern& pattern) {
    solutions_ = minus(solutions_, evaluate(*pattern.pattern, graph_, dataset_));
  }
  void operator()(const ast::GroupOrUnionPattern& pattern) {
    Solutions all;
    for (const ast::GroupGraphPattern& alternative : pattern.alternatives)
      for (Solution& solution : evaluate(alternative, graph_, dataset_))
        all.push_back(std::move(solution));
    join_with(all);
  }
  void operator()(const ast::GraphPattern& pattern) {
    Solutions all;
    for (const auto& [name, graph] : dataset_.named) {
      Solution named;
      if (!match(pattern.name, name, named)) continue;
      for (Solution& solution : join({named}, evaluate(*pattern.pattern, graph, dataset_)))
        all.push_back(std::move(solution));
    }
    join_with(all);
  }
  void operator()(const ast::ServicePattern& service) {
    const Dataset& there = *dataset_.endpoint;
    join_with(as_one_answer(evaluate(*service.pattern, there.default_graph, there)));
  }
  void operator()(const ast::Filter&) {}  // applied to the whole group
  void operator()(const ast::Bind& bind) {
    for (Solution& solution : solutions_)
      if (auto value = evaluate(bind.expression, {solution, graph_, dataset_}))
        solution.emplace(bind.variable.name, *std::move(value));
  }
  void operator()(const ast::InlineData& data) { join_with(evaluate_inline(data)); }
  void operator()(const ast::SubSelect& select) {
    join_with(sliced(*select.query, evaluate(*select.query, graph_, dataset_)));
  }

 private:
  void join_with(const Solutions& right) { solutions_ = join(solutions_, right); }

  const Graph& graph_;
  const Dataset& dataset_;
  Solutions solutions_{Solution{}};
};

bool has_aggregate(const ast::Expression& expression) {
  if (std::holds_alternative<ast::Aggregate>(expression.node)) return true;
  const auto any = [](const std::vector<ast::Expression>& parts) {
    return std::any_of(parts.begin(), parts.end(), has_aggregate);
  };
  if (const auto* operation = std::get_if<ast::Operation>(&expression.node))
    return any(operation->operands);
  if (const auto* call = std::get_if<ast::BuiltinCall>(&expression.node))
    return any(call->arguments);
  return false;
}

bool is_grouped(const ast::SelectQuery& query) {
  return !query.modifier.group_by.empty() || !query.modifier.having.empty() ||
         std::any_of(query.projection.begin(), query.projection.end(), [](const auto& projection) {
           return projection.expression && has_aggregate(*projection.expression);
         });
}

/// Groups by the values of the conditions; without GROUP BY one group, even of nothing.
std::vector<std::pair<Solution, Solutions>> groups_of(const ast::SelectQuery& query,
                                                      const Solutions& rows, const Graph& graph,
                                                      const Dataset& dataset) {
  std::map<std::vector<std::optional<Term>>, std::pair<Solution, Solutions>> groups;
  if (query.modifier.group_by.empty()) groups[{}];
  for (const Solution& row : rows) {
    std::vector<std::optional<Term>> key;
    Solution named;
    for (const ast::GroupCondition& condition : query.modifier.group_by) {
      key.push_back(evaluate(condition.expression, {row, graph, dataset}));
      const auto* variable = std::get_if<ast::Variable>(&condition.expression.node);
      if (!variable && condition.variable) variable = &*condition.variable;
      if (variable && key.back()) named.emplace(variable->name, *key.back());
    }
    auto& group = groups[key];
    group.first = named;
    group.second.push_back(row);
  }
  std::vector<std::pair<Solution, Solutions>> out;
  for (auto& [key, group] : groups) out.push_back(std::move(group));
  return out;
}

Solution projected(const ast::SelectQuery& query, Solution row, const Scope& scope) {
  if (query.star) return row;
  Solution out;
  for (const ast::Projection& projection : query.projection) {
    std::optional<Term> value;
    if (projection.expression) {
      value = evaluate(*projection.expression, {row, scope.graph, scope.dataset, scope.group});
    } else if (row.contains(projection.variable.name)) {
      value = row.at(projection.variable.name);
    }
    if (!value) continue;
    row.emplace(projection.variable.name, *value);
    out.emplace(projection.variable.name, *value);
  }
  return out;
}

}  // namespace

Solutions evaluate(const ast::GroupGraphPattern& group, const Graph& graph,
                   const Dataset& dataset) {
  Solutions out = GroupEvaluator(graph, dataset).run(group);
  const auto conditions = filters_of(group);
  std::erase_if(out, [&](const Solution& s) { return !holds(conditions, {s, graph, dataset}); });
  return out;
}

Solutions evaluate(const ast::SelectQuery& query, const Graph& graph, const Dataset& dataset) {
  const Solutions rows = evaluate(query.where, graph, dataset);
  // VALUES is joined after grouping and HAVING (section 18.2.4.3).
  const Solutions values = query.values ? evaluate_inline(*query.values) : Solutions{Solution{}};
  Solutions out;
  if (is_grouped(query)) {
    for (const auto& [key, members] : groups_of(query, rows, graph, dataset)) {
      const Scope scope{key, graph, dataset, &members};
      std::vector<const ast::Expression*> having;
      for (const ast::Expression& condition : query.modifier.having) having.push_back(&condition);
      if (!holds(having, scope)) continue;
      for (const Solution& row : join({key}, values)) out.push_back(projected(query, row, scope));
    }
  } else {
    for (const Solution& row : join(rows, values))
      out.push_back(projected(query, row, {row, graph, dataset}));
  }
  if (query.duplicates == ast::Duplicates::distinct) {
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }
  return out;
}

}  // namespace dossier::naive
