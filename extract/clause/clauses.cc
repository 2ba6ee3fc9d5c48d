// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/clauses.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/clause/frames.h"
#include "extract/clause/relations.h"
#include "extract/clause/repair_tags.h"
#include "extract/clause/role.h"
#include "extract/clause/tree.h"

namespace dossier::extract {

namespace {

auto sort_key(const Clause& clause) {
  return std::make_tuple(clause.predicate.first, clause.relation,
                         clause.subject ? clause.subject->head : 0,
                         clause.object ? clause.object->head : 0);
}

/// One clause for each relation between the same words: the surest.
void keep_surest(std::vector<Clause>& clauses) {
  std::stable_sort(clauses.begin(), clauses.end(), [](const Clause& a, const Clause& b) {
    const auto left = sort_key(a);
    const auto right = sort_key(b);
    return left != right ? left < right : a.confidence > b.confidence;
  });
  const auto same = [](const Clause& a, const Clause& b) {
    return sort_key(a) == sort_key(b) && a.object.has_value() == b.object.has_value();
  };
  clauses.erase(std::unique(clauses.begin(), clauses.end(), same), clauses.end());
}

/// A post that two constructions tell of is one frame: the surest.
std::vector<Frame> surest_roles(std::vector<Frame> roles) {
  const auto key = [](const Frame& role) {
    return std::make_tuple(role.predicate.first, role.lemma,
                           role.arguments.front().members.front().head, role.arguments.size());
  };
  std::stable_sort(roles.begin(), roles.end(), [&](const Frame& a, const Frame& b) {
    const auto left = key(a), right = key(b);
    return left != right ? left < right : a.confidence > b.confidence;
  });
  const auto same = [&](const Frame& a, const Frame& b) { return key(a) == key(b); };
  roles.erase(std::unique(roles.begin(), roles.end(), same), roles.end());
  return roles;
}

}  // namespace

void read_clauses(Sentence& sentence) {
  clause::repair_bare_infinitives(sentence);
  clause::Tree tree = clause::repaired_tree(sentence);
  std::vector<Frame> roles = surest_roles(clause::roles_of(sentence));
  for (const Frame& role : roles)
    if (role.construction == "title")
      tree.set_holder(role.predicate, role.arguments.front().extent);
  std::vector<Frame>& frames = sentence.frames;
  frames = clause::verb_frames(tree);
  clause::add_noun_frames(tree, frames);
  std::vector<Clause> clauses;
  for (std::uint32_t f = 0; f < frames.size(); ++f) {
    for (Clause& clause : clause::clauses_of(sentence, frames[f])) {
      clause.frame = f;
      clauses.push_back(std::move(clause));
    }
  }
  std::move(roles.begin(), roles.end(), std::back_inserter(frames));
  keep_surest(clauses);
  sentence.clauses = std::move(clauses);
}

}  // namespace dossier::extract
