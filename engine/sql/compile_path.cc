// SPDX-License-Identifier: Apache-2.0
// Property paths that repeat: relations of pairs (g, a, b), and their closures.
#include <fmt/format.h>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/path_length.h"
#include "engine/sql/compiler.h"
#include "engine/sql/leaf.h"
#include "model/stack.h"

namespace dossier::sql {

using algebra::Item;
using fmt::format;

namespace {

std::optional<Term> constant_of(const Item& item) {
  const auto* term = std::get_if<Term>(&item);
  return term != nullptr ? std::optional(*term) : std::nullopt;
}

}  // namespace

Relation Compiler::path(const algebra::PathPattern& pattern, const Context& context) {
  const std::optional<Term> start = constant_of(pattern.subject);
  const std::optional<Term> end = constant_of(pattern.object);
  const bool may_stay = algebra::may_have_no_step(pattern.path);
  for (const Item* item : {&pattern.subject, &pattern.object}) {
    const auto* slot = std::get_if<Slot>(item);
    if (may_stay && slot != nullptr && context.outer.contains(*slot))
      refuse("EXISTS over a variable at the end of a path that may have no step");
  }
  const auto* repeat = std::get_if<ast::PathRepeat>(&pattern.path.node);
  const std::string pairs = repeat != nullptr ? repeated(*repeat, context, start, end)
                                              : this->pairs(pattern.path, context);
  Leaf leaf(statement_, context);
  leaf.source(pairs + " q1");
  leaf.bind_graph("q1");
  leaf.bind(pattern.subject, "q1.a");
  leaf.bind(pattern.object, "q1.b");
  std::map<Slot, Column> columns;
  const std::string sql = leaf.sql(columns);
  return defined(sql, std::move(columns));
}

std::string Compiler::same_node(const Context& context, const std::optional<Term>& constant) {
  const std::string source = triples(context);
  if (!constant)
    return format("SELECT g, s AS a, s AS b FROM {0} UNION SELECT g, o AS a, o AS b FROM {0}",
                  source);
  statement_.show_constants();
  const std::string id = statement_.id_of(*constant);
  if (context.graph || context.graph_slot)
    return format("SELECT DISTINCT g, {0} AS a, {0} AS b FROM {1}", id, source);
  return format("SELECT CAST(0 AS BIGINT) AS g, {0} AS a, {0} AS b", id);
}

std::string Compiler::repeated(const ast::PathRepeat& repeat, const Context& context,
                               const std::optional<Term>& start, const std::optional<Term>& end) {
  // Once: every round of the recursion reads them.
  const std::string edges = statement_.define(
      format("SELECT DISTINCT g, a, b FROM {}", pairs(*repeat.path, context)), true);
  const auto confined = [&](const std::string& from) {
    if (!start && !end) return from;
    return statement_.define(
        format("SELECT g, a, b FROM {} WHERE {}", from,
               start ? "a = " + statement_.id_of(*start) : "b = " + statement_.id_of(*end)));
  };
  std::string some = confined(edges);
  if (repeat.modifier != ast::PathModifier::zero_or_one)
    some = statement_.closure(some, edges, !start && end);
  if (repeat.modifier == ast::PathModifier::one_or_more) {
    if (dialect().has_recursion()) return some;
    return statement_.define(format("SELECT g, a, b FROM {}", some));
  }
  return statement_.define(
      format("SELECT g, a, b FROM {} UNION {}", some, same_node(context, start ? start : end)));
}

std::string Compiler::negated(const ast::PathNegatedSet& set, const Context& context) {
  const std::string source = triples(context);
  const auto direction = [&](const std::vector<Term>& excluded, const char* ends) {
    std::string ids;
    for (const Term& term : excluded) ids += (ids.empty() ? "" : ", ") + statement_.id_of(term);
    return format("SELECT g, {} FROM {} WHERE {}", ends, source,
                  ids.empty() ? "TRUE" : format("p NOT IN ({})", ids));
  };
  if (set.inverse.empty()) return direction(set.forward, "s AS a, o AS b");
  const std::string back = direction(set.inverse, "o AS a, s AS b");
  if (set.forward.empty()) return back;
  return direction(set.forward, "s AS a, o AS b") + " UNION ALL " + back;
}

// Inside a repetition only the set of pairs counts.
std::string Compiler::pairs(const ast::Path& path, const Context& context) {
  const auto inner = [&](const ast::Path& part) {
    return with_stack([&] { return pairs(part, context); });
  };
  return std::visit(
      Overloaded{
          [&](const Term& term) {
            return statement_.define(format("SELECT g, s AS a, o AS b FROM {} WHERE p = {}",
                                            triples(context), statement_.id_of(term)));
          },
          [&](const ast::PathInverse& node) {
            return statement_.define("SELECT g, b AS a, a AS b FROM " + inner(*node.path));
          },
          [&](const ast::PathSequence& node) {
            std::string whole = inner(node.steps[0]);
            for (std::size_t i = 1; i < node.steps.size(); ++i)
              whole = statement_.define(
                  format("SELECT x.g, x.a, y.b FROM {} x JOIN {} y ON x.g = y.g AND x.b = y.a",
                         whole, inner(node.steps[i])));
            return whole;
          },
          [&](const ast::PathAlternative& node) {
            std::string all;
            for (const ast::Path& choice : node.choices)
              all += (all.empty() ? "" : " UNION ") + ("SELECT g, a, b FROM " + inner(choice));
            return statement_.define(all);
          },
          [&](const ast::PathRepeat& node) {
            return repeated(node, context, std::nullopt, std::nullopt);
          },
          [&](const ast::PathNegatedSet& node) {
            return statement_.define(negated(node, context));
          },
      },
      path.node);
}

}  // namespace dossier::sql
