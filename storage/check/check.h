// SPDX-License-Identifier: Apache-2.0
// Store::check(): reads and verifies everything. Private to storage/.
#pragma once

#include <string>
#include <vector>

#include "dossier/storage.h"
#include "storage/state/state.h"

namespace dossier::storage {

/// Collects faults; beyond a limit they are only counted, so that a ruined store stays readable.
class Faults {
 public:
  void add(std::string where, std::string what);
  std::vector<Fault> take();

 private:
  static constexpr std::size_t kLimit = 1000;
  std::vector<Fault> faults_;
  std::size_t omitted_ = 0;
};

/// Calls the callback from time to time; throws Error(cancelled) when it returns false.
class CheckProgress {
 public:
  explicit CheckProgress(const ProgressCallback& callback) : callback_(callback) {}
  void enter(std::string_view phase);
  void tick();

 private:
  const ProgressCallback& callback_;
  Progress report_;
};

/// Blocks and their index: checksums, order, zones, ids, rows that nothing refers to.
void check_blocks(const State& state, Permutation permutation, Faults& faults,
                  CheckProgress& progress);
/// All permutations, with the delta, hold the same quads, as many as meta says, and every quad is
/// RDF: no literals as subjects, for example.
void check_permutations(const State& state, Faults& faults, CheckProgress& progress);
/// Every id leads to a term and that term back to the id; every term is well-formed.
void check_dictionary(const State& state, Faults& faults, CheckProgress& progress);
/// The rows of the delta can be read and hold ids that the store has assigned.
void check_delta(const State& state, Faults& faults, CheckProgress& progress);

/// The rows of the text index can be read, and every text is found by each of its words.
void check_text(const State& state, Faults& faults, CheckProgress& progress);

/// IDENTITY, OPTIONS and lock hold what they should. Nothing depends on them; the fault says so.
void check_side_files(const State& state, Faults& faults);

std::vector<Fault> check_state(const State& state, const ProgressCallback& progress);

}  // namespace dossier::storage
