// SPDX-License-Identifier: Apache-2.0
// Seeds: rows an outer operator hands into a plan below it, so that the plan starts from them.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/row_store.h"
#include "engine/plan/physical.h"

namespace dossier {

/// The rows of one chunk; filled by the outer operator, read by the seed below.
struct SeedRows {
  SeedRows(Layout outer, MemoryBudget& memory)
      : layout(std::move(outer)), rows(layout.size(), memory) {}

  Layout layout;
  RowStore rows;
};

/// The least limit of the first chunk, for which few batches are read: the first rows come early.
inline constexpr std::size_t kFirstSeeds = Batch::kCapacity;
/// Chunks grow to this many rows: the rest comes cheaply.
inline constexpr std::size_t kMaxSeeds = 32 * Batch::kCapacity;

/// The limit of the first chunk of `outer` rows. A plan that reads much whatever its seeds are is
/// run for more of them at once: as many as take half as long as that reading.
std::size_t first_seeds(const plan::Node& outer, const plan::Node& inner);

/// Keeps about `limit` rows of `source` in `seeds`, replacing what was there. False when the source
/// has ended. `batch` carries rows over from call to call.
bool take_seeds(Operator& source, Batch& batch, SeedRows& seeds, std::size_t limit);

/// The number of a seed as the id its rows carry.
inline TermId seed_id(std::size_t row) { return {TermId::Kind::integer, row}; }
inline std::size_t seed_row(TermId id) { return static_cast<std::size_t>(id.payload()); }

class SeedOperator : public Operator {
 public:
  /// `row` is the variable that carries the seeds' numbers.
  SeedOperator(QueryState& state, Layout layout, Slot row, std::shared_ptr<const SeedRows> seeds);

 protected:
  void do_open() override { at_ = 0; }
  bool do_next(Batch& out) override;
  void do_close() override {}

 private:
  std::shared_ptr<const SeedRows> seeds_;
  std::vector<std::size_t> from_;  ///< column of the seeds; kNoColumn: the number
  std::size_t at_ = 0;
};

}  // namespace dossier
