// SPDX-License-Identifier: Apache-2.0
// A workload that can be foretold: what the store holds after n steps follows from seed and n.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "storage/store.h"

namespace dossier::storage {

/// The quads of a store as text.
using Content = std::set<std::string>;

class Workload {
 public:
  explicit Workload(std::uint64_t seed) : seed_(seed) {}

  /// Does step `n` (counted from 1) on the store: a small or large transaction that also erases
  /// what an earlier one inserted, a bulk load, or a compaction. `scratch` is a file it may write.
  void run(Store& store, std::uint64_t n, const std::string& scratch) const;
  /// Brings `content` from the state after step n - 1 to that after step n.
  void apply(Content& content, std::uint64_t n) const;

 private:
  enum class Kind { small, large, load, compact };
  Kind kind(std::uint64_t n) const;
  std::vector<Quad> quads(std::uint64_t n) const;
  std::vector<Quad> erased(std::uint64_t n) const;

  std::uint64_t seed_;
};

/// Budget that makes the workload's loads bulk loads.
inline constexpr std::size_t kWorkloadMemory = std::size_t{2} << 20;

/// Whether the text index finds each of the content's texts that it should have.
bool finds_all_texts(const QuadSource& source, const Content& content);

std::string to_line(const Quad& quad);
Content content_of(const QuadSource& source);

}  // namespace dossier::storage
