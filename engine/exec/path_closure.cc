// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/path_closure.h"

#include <algorithm>
#include <iterator>

#include "engine/algebra/overloaded.h"

namespace dossier {

namespace {

void make_set(NodeSet& nodes) {
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

NodeSet set_union(const NodeSet& a, const NodeSet& b) {
  NodeSet result;
  result.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

}  // namespace

NodeSet PathClosure::image(const ast::Path& path, const NodeSet& from, bool backwards) {
  state_.check();
  if (from.empty()) return {};
  return std::visit(Overloaded{
                        [&](const Term& predicate) {
                          return edges(state_.terms().intern(predicate), {}, from, backwards);
                        },
                        [&](const ast::PathInverse& p) { return image(*p.path, from, !backwards); },
                        [&](const ast::PathSequence& p) { return sequence(p, from, backwards); },
                        [&](const ast::PathAlternative& p) {
                          NodeSet result;
                          for (const ast::Path& choice : p.choices)
                            result = set_union(result, image(choice, from, backwards));
                          return result;
                        },
                        [&](const ast::PathRepeat& p) { return repeat(p, from, backwards); },
                        [&](const ast::PathNegatedSet& p) { return negated(p, from, backwards); },
                    },
                    path.node);
}

NodeSet PathClosure::sequence(const ast::PathSequence& sequence, const NodeSet& from,
                              bool backwards) {
  NodeSet nodes = from;
  const std::size_t count = sequence.steps.size();
  for (std::size_t i = 0; i < count; ++i)
    nodes = image(sequence.steps[backwards ? count - 1 - i : i], nodes, backwards);
  return nodes;
}

void PathClosure::advance(const ast::Path& step, Side& side, MemoryCharge& charge) {
  NodeSet next = image(step, side.frontier, side.backwards);
  std::erase_if(next, [&side](TermId node) { return !side.seen.insert(node).second; });
  // Room for the set at its fullest, and the result that will be made of it.
  charge.set(4 * sizeof(TermId) * side.seen.size());
  side.frontier = std::move(next);
}

NodeSet PathClosure::repeat(const ast::PathRepeat& repeat, const NodeSet& from, bool backwards) {
  if (repeat.modifier == ast::PathModifier::zero_or_one)
    return set_union(from, image(*repeat.path, from, backwards));
  MemoryCharge charge(state_.memory());
  Side side{from, {}, backwards};
  if (repeat.modifier == ast::PathModifier::zero_or_more)
    side.seen.insert(from.begin(), from.end());
  while (!side.frontier.empty()) advance(*repeat.path, side, charge);
  NodeSet reached(side.seen.begin(), side.seen.end());
  std::sort(reached.begin(), reached.end());
  return reached;
}

bool PathClosure::connects(const ast::PathRepeat& repeat, TermId from, TermId to) {
  if (repeat.modifier != ast::PathModifier::one_or_more && from == to) return true;
  // The first step is taken at once, so that what is left may be of any length.
  NodeSet first = image(*repeat.path, {from}, false);
  if (std::binary_search(first.begin(), first.end(), to)) return true;
  if (repeat.modifier == ast::PathModifier::zero_or_one) return false;
  MemoryCharge ahead_charge(state_.memory());
  MemoryCharge back_charge(state_.memory());
  Side ahead{first, {first.begin(), first.end()}, false};
  Side back{{to}, {to}, true};
  while (!ahead.frontier.empty() && !back.frontier.empty()) {
    const bool forward = ahead.frontier.size() <= back.frontier.size();
    Side& side = forward ? ahead : back;
    const Side& other = forward ? back : ahead;
    advance(*repeat.path, side, forward ? ahead_charge : back_charge);
    if (std::any_of(side.frontier.begin(), side.frontier.end(),
                    [&other](TermId node) { return other.seen.contains(node); }))
      return true;
  }
  return false;
}

NodeSet PathClosure::negated(const ast::PathNegatedSet& set, const NodeSet& from, bool backwards) {
  NodeSet result;
  if (!set.forward.empty() || set.inverse.empty())
    result = edges(TermId::none(), set.forward, from, backwards);
  if (!set.inverse.empty())
    result = set_union(result, edges(TermId::none(), set.inverse, from, !backwards));
  return result;
}

NodeSet PathClosure::edges(TermId predicate, const std::vector<Term>& excluded, const NodeSet& from,
                           bool backwards) {
  using storage::Permutation;
  if (predicate.is_local()) return {};
  std::vector<TermId> unwanted;
  for (const Term& term : excluded) unwanted.push_back(state_.terms().intern(term));
  storage::ScanRequest request;
  request.graphs = graph_.scope;
  if (predicate) {
    request.permutation = backwards ? Permutation::pos : Permutation::pso;
    request.prefix[0] = predicate;
    request.prefix_length = 1;
  } else {
    request.permutation = backwards ? Permutation::osp : Permutation::spo;
  }
  const auto scan = state_.source().scan(request);
  const auto near = static_cast<std::size_t>(backwards ? Position::object : Position::subject);
  const auto far = static_cast<std::size_t>(backwards ? Position::subject : Position::object);
  constexpr std::size_t kRows = 256;
  std::array<std::array<TermId, kRows>, 3> buffer;
  const std::array<TermId*, 4> columns = {buffer[0].data(), buffer[1].data(), buffer[2].data(),
                                          nullptr};
  NodeSet result;
  std::size_t at = 0;
  scan->seek(from.front());
  for (std::size_t count = scan->next(columns, kRows); count != 0;
       count = scan->next(columns, kRows)) {
    for (std::size_t row = 0; row < count; ++row) {
      const TermId node = buffer[near][row];
      while (at < from.size() && from[at] < node) ++at;
      if (at == from.size()) break;
      if (from[at] != node) continue;
      const TermId edge = buffer[1][row];
      if (std::find(unwanted.begin(), unwanted.end(), edge) == unwanted.end())
        result.push_back(buffer[far][row]);
    }
    if (at == from.size()) break;
    state_.check();
    if (buffer[near][count - 1] < from[at]) scan->seek(from[at]);
  }
  make_set(result);
  return result;
}

void PathClosure::column(storage::Permutation permutation, Position position, NodeSet& nodes) {
  storage::ScanRequest request;
  request.permutation = permutation;
  request.graphs = graph_.scope;
  const auto scan = state_.source().scan(request);
  std::vector<TermId> buffer(Batch::kCapacity);
  std::array<TermId*, 4> columns{};
  columns[static_cast<std::size_t>(position)] = buffer.data();
  while (const std::size_t count = scan->next(columns, buffer.size())) {
    state_.check();
    for (std::size_t row = 0; row < count; ++row) {
      if (nodes.empty() || nodes.back() != buffer[row]) nodes.push_back(buffer[row]);
    }
  }
}

NodeSet PathClosure::all_nodes() {
  NodeSet nodes;
  column(storage::Permutation::spo, Position::subject, nodes);
  column(storage::Permutation::osp, Position::object, nodes);
  make_set(nodes);
  return nodes;
}

std::optional<NodeSet> PathClosure::first_starts(const ast::Path& step, bool backwards,
                                                 std::size_t most) {
  if (const auto* inverse = std::get_if<ast::PathInverse>(&step.node))
    return first_starts(*inverse->path, !backwards, most);
  const auto* predicate = std::get_if<Term>(&step.node);
  if (predicate == nullptr) return std::nullopt;
  NodeSet nodes;
  storage::ScanRequest request;
  request.prefix[0] = state_.terms().intern(*predicate);
  if (request.prefix[0].is_local()) return nodes;
  request.prefix_length = 1;
  request.permutation = backwards ? storage::Permutation::pos : storage::Permutation::pso;
  request.graphs = graph_.scope;
  const auto scan = state_.source().scan(request);
  TermId node;
  std::array<TermId*, 4> columns{};
  columns[static_cast<std::size_t>(backwards ? Position::object : Position::subject)] = &node;
  while (nodes.size() < most && scan->next(columns, 1) != 0) {
    nodes.push_back(node);
    scan->seek(TermId(node.bits() + 1));
  }
  return nodes;
}

bool PathClosure::leads(storage::Permutation permutation, TermId term) {
  storage::ScanRequest request;
  request.permutation = permutation;
  request.prefix[0] = term;
  request.prefix_length = 1;
  request.graphs = graph_.scope;
  return state_.source().scan(request)->next({}, 1) != 0;
}

bool PathClosure::is_node(TermId term) {
  if (term.is_local()) return false;
  return leads(storage::Permutation::spo, term) || leads(storage::Permutation::osp, term);
}

}  // namespace dossier
