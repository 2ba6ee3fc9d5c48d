// SPDX-License-Identifier: Apache-2.0
// MemorySource: a QuadSource over vectors. For tests of operators and for small sets of quads that
// are asked and thrown away.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "storage/quad_source.h"

namespace dossier::storage {

/// Immutable once made, so safe for concurrent reads. Keeps a sorted copy of its quads for each
/// permutation: 32 bytes x 7 a quad. Blank nodes are renumbered: the term of a node is "b<n>", in
/// order of first appearance from b1.
class MemorySource : public QuadSource {
 public:
  /// Equal quads count once. Sources made with the same `first_terms` have the same ids for them,
  /// whatever quads follow: a plan made for one of them runs over all.
  explicit MemorySource(std::span<const Quad> quads, std::span<const Term> first_terms = {});

  std::unique_ptr<Scan> scan(const ScanRequest& request) const override;
  std::uint64_t estimate(const ScanRequest& request) const override;
  std::uint64_t distinct_estimate(TermId predicate, Position position) const override;
  bool contains(const IdQuad& quad) const override;
  std::vector<ScanRequest> split(const ScanRequest& request, std::uint64_t rows,
                                 SplitAt at) const override;

  TermId find(const Term& term) const override;
  void find(std::span<const Term> terms, std::span<TermId> ids) const override;
  Term term(TermId id) const override;
  void terms(std::span<const TermId> ids, std::span<Term> terms) const override;
  std::array<TermId, 3> triple(TermId id) const override;
  TermId find_triple(const std::array<TermId, 3>& parts) const override;
  void each_triple(TermId subject, TermId predicate, const TripleVisit& visit) const override;
  std::vector<TermId> named_graphs() const override;

 private:
  /// A quad with its columns in a permutation's order.
  using Key = std::array<TermId, 4>;
  using Rows = std::span<const Key>;

  TermId intern(const Term& term);
  Rows rows(const ScanRequest& request) const;

  std::unordered_map<Term, TermId> ids_;  ///< by the terms as given
  std::unordered_map<std::uint64_t, Term> terms_;
  std::map<Key, TermId> triple_ids_;  ///< parts, then none
  std::unordered_map<std::uint64_t, std::array<TermId, 3>> triples_;
  std::uint64_t next_row_ = 0;
  std::uint64_t next_blank_node_ = 0;
  std::array<std::vector<Key>, kPermutationCount> sorted_;
};

}  // namespace dossier::storage
