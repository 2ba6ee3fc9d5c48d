// SPDX-License-Identifier: Apache-2.0
// Terms that a running transaction has added and not committed. Private to storage/.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dossier/term.h"
#include "model/term_id.h"
#include "storage/disk/batch.h"
#include "storage/disk/meta.h"

namespace dossier::storage {

struct TermPointerHash {
  std::size_t operator()(const Term* term) const noexcept { return term->hash(); }
};
struct TermPointerEqual {
  bool operator()(const Term* a, const Term* b) const noexcept { return *a == *b; }
};

/// Assigns ids above those of the committed counters. One thread.
class NewTerms {
 public:
  explicit NewTerms(const Counters& committed) : base_(committed), counters_(committed) {}

  const Counters& counters() const noexcept { return counters_; }
  bool is_new(TermId id) const { return counters_.knows(id) && !base_.knows(id); }

  /// none() when this transaction has not added it.
  TermId find(const Term& term) const;
  TermId find_triple(const std::array<TermId, 3>& parts) const;
  /// Those added with this subject, and this predicate unless it is none(), in order.
  std::vector<std::pair<std::array<TermId, 3>, TermId>> triples_of(TermId subject,
                                                                   TermId predicate) const;
  /// The node that a label already stands for, here or in the store; none() if there is none.
  TermId find_blank_node(const std::string& label) const;
  static Term blank_term(TermId id);
  /// Only for ids with is_new() that have a row and are no triple.
  const Term& term(TermId id) const;
  const std::array<TermId, 3>& triple(TermId id) const;

  /// Only if neither the store nor this transaction has the term.
  TermId add(const Term& term);
  TermId add_triple(const std::array<TermId, 3>& parts);
  TermId new_blank_node();
  /// The fresh node that stands for a label in this transaction.
  TermId blank_node(const std::string& label);

  /// The dictionary rows of all added terms.
  void write(Batch& batch) const;

 private:
  TermId next(TermId::Kind kind);
  std::size_t offset(TermId id) const;

  Counters base_;
  Counters counters_;
  /// The keys point into terms_.
  boost::unordered_flat_map<const Term*, TermId, TermPointerHash, TermPointerEqual> ids_;
  std::map<std::array<TermId, 3>, TermId> triple_ids_;
  std::unordered_map<std::string, TermId> labels_;
  std::array<std::deque<Term>, 7> terms_;  ///< by kind, in id order
  std::vector<std::array<TermId, 3>> triples_;
};

}  // namespace dossier::storage
