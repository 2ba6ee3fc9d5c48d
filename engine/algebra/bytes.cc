// SPDX-License-Identifier: Apache-2.0
// What expressions and algebra trees take in memory.
#include <vector>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/walk.h"
#include "model/stack.h"

namespace dossier::algebra {
namespace {

constexpr std::size_t kBlock = 16;  ///< what a block of memory takes beside its content

std::size_t text_bytes(std::size_t size) {
  constexpr std::size_t kInside = 15;  // a string has room for so much
  return size <= kInside ? 0 : size + kBlock;
}

std::size_t item_bytes(const Item& item) {
  const auto* term = std::get_if<Term>(&item);
  return term == nullptr ? 0 : text_bytes(term->value().size());
}

template <typename T>
std::size_t array_bytes(const std::vector<T>& elements) {
  return elements.capacity() == 0 ? 0 : elements.capacity() * sizeof(T) + kBlock;
}

template <typename Pattern>
std::size_t patterns_bytes(const std::vector<Pattern>& patterns) {
  std::size_t result = array_bytes(patterns);
  for (const Pattern& pattern : patterns)
    result +=
        item_bytes(pattern.subject) + item_bytes(pattern.predicate) + item_bytes(pattern.object);
  return result;
}

std::size_t path_bytes(const ast::Path& path) {
  const auto all = [](const auto& paths) {
    std::size_t result = paths.capacity() * sizeof(ast::Path) + kBlock;
    for (const ast::Path& one : paths) result += path_bytes(one);
    return result;
  };
  const auto one = [](const Box<ast::Path>& inner) {
    return sizeof(ast::Path) + kBlock + path_bytes(*inner);
  };
  return with_stack([&] {
    return std::visit(
        Overloaded{[](const Term& iri) { return text_bytes(iri.value().size()); },
                   [&](const ast::PathInverse& inverse) { return one(inverse.path); },
                   [&](const ast::PathSequence& sequence) { return all(sequence.steps); },
                   [&](const ast::PathAlternative& either) { return all(either.choices); },
                   [&](const ast::PathRepeat& repeat) { return one(repeat.path); },
                   [](const ast::PathNegatedSet& set) {
                     std::size_t result = array_bytes(set.forward) + array_bytes(set.inverse);
                     for (const Term& iri : set.forward) result += text_bytes(iri.value().size());
                     for (const Term& iri : set.inverse) result += text_bytes(iri.value().size());
                     return result;
                   }},
        path.node);
  });
}

std::size_t rows_bytes(const Values& values) {
  std::size_t result = array_bytes(values.variables) + array_bytes(values.rows);
  for (const auto& row : values.rows) {
    result += array_bytes(row);
    for (const std::optional<Term>& term : row)
      result += term ? text_bytes(term->value().size()) : 0;
  }
  return result;
}

/// Beside the node itself, its children and its expressions.
std::size_t own_bytes(const Node& node) {
  return std::visit(
      Overloaded{
          [](const Bgp& n) { return patterns_bytes(n.triples) + patterns_bytes(n.triple_terms); },
          [](const PathPattern& n) {
            return item_bytes(n.subject) + path_bytes(n.path) + item_bytes(n.object);
          },
          [](const Values& n) { return rows_bytes(n); },
          [](const Service& n) {
            // The tree of a text takes some ten times as much; the plan has the text once more.
            const std::size_t times = n.pattern_there ? 20 : 2;
            return times * n.text.capacity() + array_bytes(n.variables) + array_bytes(n.mentioned);
          },
          [](const LeftJoin& n) { return array_bytes(n.marks) + array_bytes(n.conditions); },
          [](const Filter& n) { return array_bytes(n.conditions); },
          [](const Union& n) { return array_bytes(n.branches); },
          [](const Group& n) { return array_bytes(n.keys) + array_bytes(n.aggregations); },
          [](const OrderBy& n) { return array_bytes(n.conditions); },
          [](const Project& n) { return array_bytes(n.variables); },
          [](const auto&) { return std::size_t{0}; },
      },
      node.node);
}

}  // namespace

std::size_t bytes(const ast::Expression& expression) {
  constexpr std::size_t kStrings = 32;  // of a name or a term that is not short
  std::size_t result = 0;
  each_expression(expression, [&result](const ast::Expression& part) {
    result += sizeof(part) + kStrings;
    if (const auto* term = std::get_if<Term>(&part.node)) result += term->value().size();
  });
  return result;
}

std::size_t bytes(const Node& node) {
  std::size_t result = 0;
  std::vector<const Node*> open{&node};
  while (!open.empty()) {
    const Node& next = *open.back();
    open.pop_back();
    result += sizeof(Node) + kBlock + own_bytes(next);
    each_own_expression(const_cast<Node&>(next),
                        [&](ast::Expression& expression) { result += bytes(expression); });
    each_child(next, [&](const Node& child) { open.push_back(&child); });
  }
  return result;
}

}  // namespace dossier::algebra
