// SPDX-License-Identifier: Apache-2.0
// Group graph patterns (SPARQL 1.1, sections 18.2.2.1 to 18.2.2.8).
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/algebra/translator.h"
#include "model/stack.h"

namespace dossier::algebra {

namespace {

Node make(auto node) { return Node{std::move(node)}; }

std::size_t plain_triples(const ast::TriplesBlock& block) {
  return static_cast<std::size_t>(std::count_if(
      block.triples.begin(), block.triples.end(),
      [](const ast::TriplePattern& t) { return std::holds_alternative<ast::Node>(t.predicate); }));
}

}  // namespace

Node joined(Node left, Node right) {
  if (std::holds_alternative<Unit>(left.node)) return right;
  if (std::holds_alternative<Unit>(right.node)) return left;
  auto* first = std::get_if<Bgp>(&left.node);
  auto* second = std::get_if<Bgp>(&right.node);
  if (first != nullptr && second != nullptr) {
    std::move(second->triples.begin(), second->triples.end(), std::back_inserter(first->triples));
    std::move(second->triple_terms.begin(), second->triple_terms.end(),
              std::back_inserter(first->triple_terms));
    return left;
  }
  return make(Join{std::move(left), std::move(right)});
}

Node marked(Node node, std::vector<std::pair<Slot, Node>> marks) {
  for (auto& [slot, pattern] : marks) {
    node = make(Exists{slot, std::move(pattern), std::move(node)});
  }
  return node;
}

Node Translator::group(const ast::GroupGraphPattern& pattern) {
  return with_stack([&] {
    std::vector<const ast::Expression*> filters;
    Node body = group_body(pattern, filters);
    return filtered(std::move(body), filters);
  });
}

Node Translator::group_body(const ast::GroupGraphPattern& pattern,
                            std::vector<const ast::Expression*>& filters) {
  Node node;
  for (const ast::PatternElement& part : pattern.elements) {
    if (const auto* filter = std::get_if<ast::Filter>(&part.node)) {
      filters.push_back(&filter->condition);
    } else {
      work(kPatternWork);
      made(2 * sizeof(Node));  // itself, and the join with what is before
      node = with_stack([&] { return element(part, std::move(node)); });
    }
  }
  return node;
}

Node Translator::filtered(Node node, const std::vector<const ast::Expression*>& filters) {
  if (filters.empty()) return node;
  Marks marks;
  std::vector<ast::Expression> conditions;
  conditions.reserve(filters.size());
  for (const ast::Expression* filter : filters) conditions.push_back(expression(*filter, marks));
  return make(Filter{std::move(conditions), marked(std::move(node), std::move(marks))});
}

Node Translator::element(const ast::PatternElement& element, Node before) {
  return std::visit(
      Overloaded{
          [&](const ast::TriplesBlock& block) { return joined(std::move(before), triples(block)); },
          [&](const ast::OptionalPattern& pattern) { return optional(pattern, std::move(before)); },
          [&](const ast::MinusPattern& pattern) {
            Node right = group(*pattern.pattern);
            return make(Minus{std::move(before), std::move(right)});
          },
          [&](const ast::GroupOrUnionPattern& pattern) {
            return joined(std::move(before), alternatives(pattern));
          },
          [&](const ast::GraphPattern& pattern) {
            Item name = name_item(pattern.name);
            return joined(std::move(before), make(Graph{std::move(name), group(*pattern.pattern)}));
          },
          [&](const ast::ServicePattern& pattern) {
            return joined(std::move(before), service(pattern));
          },
          [&](const ast::Filter&) { return std::move(before); },
          [&](const ast::Bind& bind) {
            return extended(std::move(before), target(bind.variable), bind.expression, nullptr);
          },
          [&](const ast::InlineData& data) { return joined(std::move(before), values(data)); },
          [&](const ast::SubSelect& select) {
            return joined(std::move(before), sub_select(*select.query));
          },
      },
      element.node);
}

Node Translator::optional(const ast::OptionalPattern& pattern, Node before) {
  std::vector<const ast::Expression*> filters;
  LeftJoin join;
  join.right = group_body(*pattern.pattern, filters);
  Marks marks;
  for (const ast::Expression* filter : filters)
    join.conditions.push_back(expression(*filter, marks));
  for (auto& [slot, mark] : marks) join.marks.push_back({slot, std::move(mark)});
  join.left = std::move(before);
  return make(std::move(join));
}

Node Translator::alternatives(const ast::GroupOrUnionPattern& pattern) {
  if (pattern.alternatives.size() == 1) return group(pattern.alternatives.front());
  Union result;
  for (const ast::GroupGraphPattern& alternative : pattern.alternatives)
    result.branches.push_back(group(alternative));
  return make(std::move(result));
}

Node Translator::values(const ast::InlineData& data) {
  Values result;
  std::vector<const Term*> bound;  // by column; the caller's term for it or null
  for (const ast::Variable& variable : data.variables) {
    bound.push_back(parameter(variable.name));
    if (bound.back() == nullptr) result.variables.push_back(slot(variable.name));
  }
  for (const auto& row : data.rows) {
    work(kPatternWork);
    bool compatible = true;
    std::vector<std::optional<Term>> kept;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (bound[i] == nullptr)
        kept.push_back(row[i]);
      else if (row[i] && *row[i] != *bound[i])
        compatible = false;
    }
    if (compatible) result.rows.push_back(std::move(kept));
  }
  return made(make(std::move(result)));
}

Node Translator::sub_select(const ast::SelectQuery& query) {
  Scope scope;
  scope.shares_all = query.star;
  for (const ast::Projection& projection : query.projection)
    scope.shared.insert(projection.variable.name);
  scopes_.push_back(std::move(scope));
  std::vector<Slot> columns;
  std::vector<std::string> names;
  Node node = select(query, columns, names);
  scopes_.pop_back();
  return node;
}

Item Translator::name_item(const ast::Node& node) {
  Bgp unused;
  return item(node, unused);
}

Item Translator::item(const ast::Node& node, Bgp& bgp, bool exchangeable) {
  return std::visit(
      Overloaded{
          [&](const ast::Variable& variable) -> Item {
            const Term* term =
                exchangeable ? any_parameter(variable.name) : parameter(variable.name);
            if (term != nullptr) {
              scopes_.back().parameters.insert(variable.name);
              return *term;
            }
            return slot(variable.name);
          },
          [&](const Term& term) -> Item {
            made(term.value().size());
            return term;
          },
          [&](const ast::BlankNode& blank) -> Item { return variables_.slot("." + blank.label); },
          [&](const Box<ast::TripleTermPattern>& pattern) -> Item {
            TripleTermPattern parts;
            with_stack([&] {
              parts.subject = item(pattern->subject, bgp);
              parts.predicate = item(pattern->predicate, bgp);
              parts.object = item(pattern->object, bgp);
            });
            parts.term = variables_.fresh("triple");
            const Slot term = parts.term;
            made(2 * sizeof(parts));  // their vector doubles when it grows
            bgp.triple_terms.push_back(std::move(parts));
            return term;
          },
      },
      node);
}

// The places of a pattern are visited as they are written, so that SELECT * shows its variables in
// that order.
Node Translator::triples(const ast::TriplesBlock& block) {
  Bgp bgp;
  bgp.triples.reserve(plain_triples(block));
  std::size_t variables = variables_.size();
  std::vector<const ast::TriplePattern*> patterns;
  Node paths = text_matches(block, patterns);
  for (const ast::TriplePattern* each : patterns) {
    const ast::TriplePattern& pattern = *each;
    work(kPatternWork);
    made(sizeof(TriplePattern) + (variables_.size() - variables) * kVariableBytes);
    variables = variables_.size();
    if (const auto* predicate = std::get_if<ast::Node>(&pattern.predicate)) {
      Item subject = item(pattern.subject, bgp, true);
      Item property = item(*predicate, bgp, true);
      bgp.triples.push_back(
          {std::move(subject), std::move(property), item(pattern.object, bgp, true)});
    } else {
      const Item subject = item(pattern.subject, bgp);
      const Item object = item(pattern.object, bgp);
      paths =
          joined(std::move(paths), path(subject, std::get<ast::Path>(pattern.predicate), object));
    }
  }
  if (bgp.triples.empty() && bgp.triple_terms.empty()) return paths;
  return joined(make(std::move(bgp)), std::move(paths));
}

}  // namespace dossier::algebra
