// SPDX-License-Identifier: Apache-2.0
// Property paths (SPARQL 1.1, section 18.2.2.4): what joins and unions can say is said with them.
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/translator.h"
#include "model/stack.h"

namespace dossier::algebra {

namespace {

Node make(auto node) { return Node{std::move(node)}; }

}  // namespace

Node Translator::path(const Item& subject, const ast::Path& path, const Item& object) {
  return with_stack([&] { return path_of(subject, path, object); });
}

Node Translator::path_of(const Item& subject, const ast::Path& path, const Item& object) {
  work(kPatternWork);
  made(2 * sizeof(Node) + sizeof(TriplePattern));  // itself, and the join with its neighbour
  return std::visit(
      Overloaded{
          [&](const Term& predicate) {
            return make(Bgp{{{subject, predicate, object}}, {}});
          },
          [&](const ast::PathInverse& inverse) {
            return this->path(object, *inverse.path, subject);
          },
          [&](const ast::PathSequence& sequence) {
            Node node;
            Item from = subject;
            for (std::size_t i = 0; i < sequence.steps.size(); ++i) {
              const bool last = i + 1 == sequence.steps.size();
              Item to = last ? object : Item{variables_.fresh("path")};
              node = joined(std::move(node), this->path(from, sequence.steps[i], to));
              from = std::move(to);
            }
            return node;
          },
          [&](const ast::PathAlternative& alternative) {
            Union result;
            for (const ast::Path& choice : alternative.choices)
              result.branches.push_back(this->path(subject, choice, object));
            return make(std::move(result));
          },
          [&](const ast::PathRepeat&) {
            return made(make(PathPattern{subject, path, object}));
          },
          [&](const ast::PathNegatedSet& set) { return negated_set(subject, set, object); },
      },
      path.node);
}

Node Translator::negated_set(const Item& subject, const ast::PathNegatedSet& set,
                             const Item& object) {
  const auto direction = [this](const Item& from, const std::vector<Term>& excluded,
                                const Item& to) {
    made(3 * sizeof(Node) + sizeof(TriplePattern) + kVariableBytes);
    const Slot predicate = variables_.fresh("path");
    ast::Operation test{ast::Operator::not_in, {variable_of(predicate, {})}};
    for (const Term& term : excluded) test.operands.push_back({term, {}});
    return make(
        Filter{{ast::Expression{std::move(test), {}}}, make(Bgp{{{from, predicate, to}}, {}})});
  };
  if (set.inverse.empty()) return direction(subject, set.forward, object);
  if (set.forward.empty()) return direction(object, set.inverse, subject);
  Union result;
  result.branches.push_back(direction(subject, set.forward, object));
  result.branches.push_back(direction(object, set.inverse, subject));
  return make(std::move(result));
}

}  // namespace dossier::algebra
