// SPDX-License-Identifier: Apache-2.0
// The store the storage benchmarks share.
//
// DOSSIER_BENCH_QUADS in the environment sets its size (1,000,000 unless told), DOSSIER_BENCH_DIR a
// directory to keep it in for the next run; without one it is made anew and removed. The graph:
// subjects with ten facts each over forty predicates; objects are resources, texts, numbers.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "storage/store.h"

namespace dossier::storage {

using Random = std::mt19937_64;

class World {
 public:
  static World& get();

  Store& store() { return *store_; }
  /// A second store: 300,000 triples in eight graphs, a third of them in several.
  Store& graph_store();
  std::string path() const { return (directory_ / "kb").string(); }
  std::size_t quads() const { return quads_; }
  std::size_t subjects() const { return quads_ / 10; }
  /// For values no benchmark has written yet.
  std::uint64_t fresh() { return ++fresh_; }

  /// At most a million of the subjects.
  const std::vector<TermId>& sample() const { return subjects_; }
  /// One of the sample.
  TermId subject(Random& random) const { return subjects_[random() % subjects_.size()]; }
  TermId predicate(Random& random) const { return predicates_[random() % predicates_.size()]; }

  void reopen();
  /// Commits random facts until the delta holds `percent` of the quads.
  void grow_delta(double percent);

 private:
  World();
  ~World();
  void load();
  void find_terms();

  std::size_t quads_;
  bool keep_ = false;
  std::filesystem::path directory_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Store> graph_store_;
  std::vector<TermId> subjects_;
  std::vector<TermId> predicates_;
  std::uint64_t fresh_ = 0;
};

}  // namespace dossier::storage
