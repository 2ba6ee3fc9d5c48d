// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "tests/differential/naive_algebra.h"

namespace dossier::naive {
namespace {

using Pairs = std::vector<std::pair<Term, Term>>;

/// Evaluates each form of path to the pairs it joins.
struct PathEvaluator {
  const Graph& graph;
  PathEnds ends;

  Pairs operator()(const Term& predicate) const {
    Pairs out;
    for (const Triple& t : graph)
      if (t.predicate == predicate) out.emplace_back(t.subject, t.object);
    return out;
  }
  Pairs operator()(const ast::PathInverse& inverse) const {
    Pairs out = evaluate(*inverse.path, graph, {ends.end, ends.start});
    for (auto& [start, end] : out) std::swap(start, end);
    return out;
  }
  /// A join over variables that stand between the steps (section 18.2.2.4).
  Pairs operator()(const ast::PathSequence& sequence) const {
    const std::size_t last = sequence.steps.size() - 1;
    Pairs out = evaluate(sequence.steps.front(), graph, {ends.start, std::nullopt});
    for (std::size_t i = 1; i <= last; ++i) {
      const PathEnds own{std::nullopt, i == last ? ends.end : std::nullopt};
      Pairs longer;
      for (const auto& [start, middle] : out)
        for (const auto& [next, end] : evaluate(sequence.steps[i], graph, own))
          if (middle == next) longer.emplace_back(start, end);
      out = std::move(longer);
    }
    return out;
  }
  Pairs operator()(const ast::PathAlternative& alternative) const {
    Pairs out;
    for (const ast::Path& choice : alternative.choices)
      for (auto& pair : std::visit(*this, choice.node)) out.push_back(std::move(pair));
    return out;
  }
  Pairs operator()(const ast::PathRepeat& repeat) const {
    const Pairs once = std::visit(*this, repeat.path->node);
    std::set<std::pair<Term, Term>> found(once.begin(), once.end());
    if (repeat.modifier != ast::PathModifier::zero_or_one) close(found);
    if (repeat.modifier != ast::PathModifier::one_or_more)
      for (const Term& node : nodes()) found.emplace(node, node);
    return {found.begin(), found.end()};
  }
  Pairs operator()(const ast::PathNegatedSet& set) const {
    const auto in = [](const std::vector<Term>& list, const Term& term) {
      return std::find(list.begin(), list.end(), term) != list.end();
    };
    Pairs out;
    for (const Triple& t : graph) {
      const bool forward = !set.forward.empty() || set.inverse.empty();
      if (forward && !in(set.forward, t.predicate)) out.emplace_back(t.subject, t.object);
      if (!set.inverse.empty() && !in(set.inverse, t.predicate))
        out.emplace_back(t.object, t.subject);
    }
    return out;
  }

 private:
  static void close(std::set<std::pair<Term, Term>>& found) {
    for (std::size_t before = 0; before != found.size();) {
      before = found.size();
      const std::set<std::pair<Term, Term>> known = found;
      for (const auto& [a, b] : known)
        for (const auto& [c, d] : known)
          if (b == c) found.emplace(a, d);
    }
  }
  std::set<Term> nodes() const {
    std::set<Term> out;
    for (const std::optional<Term>& term : {ends.start, ends.end})
      if (term) out.insert(*term);
    for (const Triple& t : graph) out.insert({t.subject, t.object});
    return out;
  }
};

}  // namespace

Pairs evaluate(const ast::Path& path, const Graph& graph, const PathEnds& ends) {
  return std::visit(PathEvaluator{graph, ends}, path.node);
}

}  // namespace dossier::naive
