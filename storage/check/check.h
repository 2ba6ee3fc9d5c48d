// SPDX-License-Identifier: Apache-2.0
// Store::check(): reading everything and believing nothing. Private to storage/.
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

/// Asks the callback now and then; throws Error(cancelled) when it says stop.
class CheckProgress {
 public:
  explicit CheckProgress(const ProgressCallback& callback) : callback_(callback) {}
  void enter(std::string_view phase);
  void tick();

 private:
  const ProgressCallback& callback_;
  Progress report_;
};

/// Blocks and their index: checksums, order, zones, ids, rows nothing points to.
void check_blocks(const State& state, Permutation permutation, Faults& faults,
                  CheckProgress& progress);
/// All permutations hold the same quads, with the delta, and as many as meta says.
void check_permutations(const State& state, Faults& faults, CheckProgress& progress);
/// Every id leads to a term and that term back to the id.
void check_dictionary(const State& state, Faults& faults, CheckProgress& progress);
/// The rows of the delta can be read and speak of ids the store knows.
void check_delta(const State& state, Faults& faults, CheckProgress& progress);

std::vector<Fault> check_state(const State& state, const ProgressCallback& progress);

}  // namespace dossier::storage
