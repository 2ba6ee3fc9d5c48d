// SPDX-License-Identifier: Apache-2.0
// Looks for pairs of facts that cannot both be so. Private to conflicts.cc.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "dossier/conflicts.h"
#include "extract/conflict/period.h"
#include "extract/conflict/single_valued.h"

namespace dossier::extract {

class ConflictFinder {
 public:
  /// The knowledge base must outlive it.
  explicit ConflictFinder(const KnowledgeBase& kb);

  void find_values(const Term& relation, SingleValued::When when);
  void find_subjects(const Term& relation, SingleValued::When when);
  void find_times(const Term& relation);  ///< of one and the same fact
  /// Of what is done to one thing, or of an event: event_times.cc. `when`: of_things or in_a_year.
  void find_event_times(const Term& relation, SingleValued::When when);
  /// Numbers of one thing: amounts.cc. `counted_by` are relations that say it the other way round:
  /// "17 people died in the fire" for "the fire killed 17 people".
  void find_amounts(const Term& relation, SingleValued::When when,
                    const std::set<Term>& counted_by);
  void find_denied();  ///< facts that are both stated and denied, at times that may be the same

  /// What was found, by relation and then by subject.
  std::vector<Conflict> take();

 private:
  using Holds = std::function<bool(const Evidence&, const Evidence&)>;

  bool raises(const Evidence& later, const Evidence& earlier) const;
  std::vector<Row> rows(const std::string& text, const Term& relation) const;
  void find_pairs(const std::string& text, const Term& relation, const Holds& holds,
                  Conflict::Kind kind);
  std::vector<Evidence> evidence(const Triple& fact, bool (*wanted)(const Evidence&)) const;
  std::vector<Evidence> said(const Triple& fact) const;
  void add_pair(Conflict::Kind kind, const std::vector<Evidence>& ones,
                const std::vector<Evidence>& others, const Holds& holds);
  void add(Conflict::Kind kind, const std::vector<Evidence>& ones,
           const std::vector<Evidence>& others);

  const KnowledgeBase& kb_;
  std::set<Term> copies_;  ///< documents that repeat another one
  std::vector<Conflict> found_;
};

/// Where nothing is known of one of the times, they may meet.
bool times_may_meet(const Evidence& a, const Evidence& b);
/// The same, with the year of the document for a fact without a time; always for `always`.
bool may_hold_together(const Evidence& a, const Evidence& b, SingleValued::When when);

}  // namespace dossier::extract
