// SPDX-License-Identifier: Apache-2.0
// Every term of a load gets a number when it is first met, and finally a rank: ranks are dense and
// ascend with ids, so that rows of ranks sort as rows of ids do, in a quarter of the room. Private
// to storage/.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include "dossier/error.h"
#include "model/term_id.h"

namespace dossier::storage {

class Numbering {
 public:
  static constexpr std::uint32_t kDefaultGraph = 0;

  Numbering() : ids_{TermId::default_graph().bits()} {}

  /// Each id once.
  std::uint32_t add(std::uint64_t id) {
    if (ids_.size() == std::numeric_limits<std::uint32_t>::max()) {
      throw Error(ErrorCode::limit,
                  "one load can bring 4 billion different terms: load the files in several steps");
    }
    sorted_ = sorted_ && id > ids_.back();
    ids_.push_back(id);
    return static_cast<std::uint32_t>(ids_.size() - 1);
  }
  /// Before rank_all().
  std::uint64_t id_of_number(std::uint32_t number) const { return ids_[number]; }

  /// When all ids are there.
  void rank_all() {
    if (!sorted_) sort();  // the ids of an empty store are in order already
    find_runs();
  }
  std::uint32_t rank(std::uint32_t number) const {
    return ranks_.empty() ? number : ranks_[number];
  }
  /// After rank_all().
  std::uint64_t id_of_rank(std::uint32_t rank) const {
    const std::uint64_t first = runs_[rank / kRun];
    return first != kGaps ? first + rank % kRun : ids_[rank];
  }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(ids_.size()); }
  std::size_t memory_bytes() const noexcept {
    return (ids_.capacity() + runs_.capacity()) * sizeof(ids_[0]) +
           ranks_.capacity() * sizeof(ranks_[0]);
  }

 private:
  static constexpr std::size_t kRun = 1024;
  static constexpr std::uint64_t kGaps = 0;  ///< no term's id

  void sort() {
    std::vector<std::uint32_t> order(ids_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return ids_[a] < ids_[b]; });
    ranks_.resize(ids_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) ranks_[order[i]] = i;
    std::sort(ids_.begin(), ids_.end());
  }
  /// New terms have ids one after the other, so most ids follow from one in a thousand, and these
  /// stay in the processor's cache.
  void find_runs() {
    for (std::size_t at = 0; at < ids_.size(); at += kRun) {
      const std::size_t last = std::min(at + kRun, ids_.size()) - 1;
      const bool dense = ids_[last] - ids_[at] == last - at;
      runs_.push_back(dense ? ids_[at] : kGaps);
    }
  }

  std::vector<std::uint64_t> ids_;   ///< by number; once ranked, by rank
  std::vector<std::uint64_t> runs_;  ///< the first of 1024 ids without gaps, or kGaps
  std::vector<std::uint32_t> ranks_;
  bool sorted_ = true;
};

}  // namespace dossier::storage
