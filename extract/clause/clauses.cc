// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/clauses.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/clause/contrasts.h"
#include "extract/clause/frames.h"
#include "extract/clause/gaps.h"
#include "extract/clause/relations.h"
#include "extract/clause/repair.h"
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

}  // namespace

void read_clauses(Sentence& sentence) {
  clause::repair_missing_verbs(sentence);
  clause::repair_bare_infinitives(sentence);
  clause::repair_participles(sentence);
  clause::repair_joined_verbs(sentence);
  clause::split_life_dates(sentence);
  clause::Tree tree = clause::repaired_tree(sentence);
  std::vector<Frame> titles = clause::title_frames(tree);
  for (const Frame& title : titles)
    tree.set_holder(title.predicate, title.arguments.front().extent);
  const std::vector<clause::Gap> gaps = clause::take_gaps(tree);
  std::vector<Frame>& frames = sentence.frames;
  sentence.predicates = clause::read_predicates(tree);
  frames = clause::verb_frames(clause::Reading(tree, sentence.predicates));
  clause::add_gapped_frames(tree, gaps, frames);
  clause::part_contrasts(tree, frames);
  clause::add_noun_frames(tree, frames);
  std::vector<Clause> clauses;
  for (std::uint32_t f = 0; f < frames.size(); ++f) {
    for (Clause& clause : clause::clauses_of(sentence, frames[f])) {
      clause.frame = f;
      clauses.push_back(std::move(clause));
    }
  }
  std::move(titles.begin(), titles.end(), std::back_inserter(frames));
  clause::add_apposition_roles(tree, frames);
  clause::add_verb_roles(tree, frames);
  clause::add_life_frames(tree, frames);
  keep_surest(clauses);
  sentence.clauses = std::move(clauses);
  tree.keep(sentence);
}

}  // namespace dossier::extract
