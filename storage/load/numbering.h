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
    if (sorted_) return;  // the ids of an empty store are in order already
    std::vector<std::uint32_t> order(ids_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return ids_[a] < ids_[b]; });
    ranks_.resize(ids_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) ranks_[order[i]] = i;
    std::sort(ids_.begin(), ids_.end());
  }
  std::uint32_t rank(std::uint32_t number) const {
    return ranks_.empty() ? number : ranks_[number];
  }
  std::uint64_t id_of_rank(std::uint32_t rank) const { return ids_[rank]; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(ids_.size()); }
  std::size_t memory_bytes() const noexcept {
    return ids_.capacity() * sizeof(ids_[0]) + ranks_.capacity() * sizeof(ranks_[0]);
  }

 private:
  std::vector<std::uint64_t> ids_;  ///< by number; once ranked, by rank
  std::vector<std::uint32_t> ranks_;
  bool sorted_ = true;
};

}  // namespace dossier::storage
