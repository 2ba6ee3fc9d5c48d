// SPDX-License-Identifier: Apache-2.0
// EXISTS as a semi join: chunks of rows are handed to the plan of the pattern, those that agree in
// what it reads once, and it answers with the numbers of those that have a solution. Either adds
// the answer as a column or keeps the rows with one answer.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/hash_index.h"
#include "engine/exec/operator.h"
#include "engine/exec/seed.h"
#include "engine/plan/physical.h"

namespace dossier {

class ExistsOperator : public Operator {
 public:
  /// When `exists.correlated`, `inner` reads `seeds`, whose columns are `exists.shared`, and its
  /// rows carry `exists.row`. The first chunk has `first_chunk` rows.
  ExistsOperator(QueryState& state, Layout layout, const plan::Exists& exists, OperatorPtr outer,
                 OperatorPtr inner, std::shared_ptr<SeedRows> seeds,
                 std::size_t first_chunk = kFirstSeeds);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool next_chunk();
  void make_seeds();
  std::uint32_t seed_of(const TermId* row);
  std::uint32_t add_seed(const TermId* row);
  void answer_chunk();
  bool inner_has_rows();

  OperatorPtr outer_;
  OperatorPtr inner_;
  std::shared_ptr<SeedRows> seeds_;  ///< the different ones of the chunk
  SeedRows chunk_rows_;
  plan::Exists exists_;
  std::vector<std::size_t> shared_;     ///< columns of the chunk
  HashIndex by_hash_;                   ///< of the seeds
  std::vector<std::uint32_t> seed_of_;  ///< by row of the chunk
  std::size_t row_column_;
  std::vector<std::size_t> from_outer_;  ///< kNoColumn: the answer
  Batch outer_batch_;
  Batch inner_batch_;
  std::size_t first_chunk_;
  std::size_t chunk_ = 0;
  std::vector<bool> answers_;        ///< by seed
  std::optional<bool> only_answer_;  ///< of a pattern that doesn't depend on the row
  std::size_t at_ = 0;
};

/// The id of a truth value.
TermId boolean_id(bool value);

}  // namespace dossier
