// SPDX-License-Identifier: Apache-2.0
// What snapshots and transactions answer alike: a state under a delta. Private to storage/.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "storage/quad_source.h"
#include "storage/state/state.h"

namespace dossier::storage {

/// `delta` is the one of the request's permutation; both must outlive the scan.
std::unique_ptr<Scan> make_scan(const State& state, const Delta& delta, const ScanRequest& request);
std::uint64_t estimate(const State& state, const Delta& delta, const ScanRequest& request);
/// `pairs` is the delta of the permutation that starts with (predicate, position).
std::uint64_t distinct_estimate(const State& state, const Delta& pairs, TermId predicate,
                                Position position);
/// The permutation whose delta distinct_estimate() wants.
Permutation distinct_permutation(Position position);
/// `spo` is the delta of that permutation.
bool contains(const State& state, const Delta& spo, const IdQuad& quad);
/// contains() for many quads, best asked in spo order: neighbours share a block.
class Membership {
 public:
  /// Both must outlive it.
  Membership(const State& state, const Delta& spo) : state_(state), delta_(spo) {}
  bool contains(const IdQuad& quad);

 private:
  const State& state_;
  const Delta& delta_;
  std::shared_ptr<const Block> block_;
  std::uint64_t serial_ = 0;  ///< of block_
};
/// `gspo` is the delta of that permutation.
std::vector<TermId> named_graphs(const State& state, const Delta& gspo);

}  // namespace dossier::storage
