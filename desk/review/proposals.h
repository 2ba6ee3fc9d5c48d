// SPDX-License-Identifier: Apache-2.0
// The kinds of proposals, a function each. Private to desk/review.
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/review.h"

namespace dossier::reviewing {

/// What every kind is given: the ids that were declined, and how many are wanted.
struct ReviewCall {
  const KnowledgeBase& kb;
  const ReviewRequest& request;
  const QueryOptions& options;
  std::set<std::string> declined;

  /// The proposal is wanted: it gets its id and a place in `out`. False when `out` is full.
  bool add(std::vector<Proposal>& out, Proposal proposal,
           std::initializer_list<std::string_view> what) const;
};

void add_duplicates(const ReviewCall& call, std::vector<Proposal>& out);
void add_labels(const ReviewCall& call, std::vector<Proposal>& out);
void add_conflicts(const ReviewCall& call, std::vector<Proposal>& out);
void add_doubtful_facts(const ReviewCall& call, std::vector<Proposal>& out);

/// A thing with the first sentence that mentions it, and how many do.
ProposalSide side_of(const ReviewCall& call, const Term& thing, const std::string& name);

}  // namespace dossier::reviewing
