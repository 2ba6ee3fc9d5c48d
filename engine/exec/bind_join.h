// SPDX-License-Identifier: Apache-2.0
// Bind join, inner and left: hands chunks of the left rows to the plan on the right, which starts
// from them. So any plan, unions and sub-selects too, is asked only about what the left side has.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/seed.h"
#include "engine/plan/physical.h"

namespace dossier {

class BindJoinOperator : public Operator {
 public:
  /// `inner` reads `seeds`, and its rows carry `join.row`. The first chunk has `first_chunk` rows.
  BindJoinOperator(QueryState& state, Layout layout, const plan::BindJoin& join, OperatorPtr outer,
                   OperatorPtr inner, std::shared_ptr<SeedRows> seeds,
                   std::size_t first_chunk = kFirstSeeds);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool next_chunk();
  void deliver(Batch& out);
  bool deliver_unmatched(Batch& out);

  OperatorPtr outer_;
  OperatorPtr inner_;
  std::shared_ptr<SeedRows> seeds_;
  bool optional_;
  std::size_t row_column_;
  std::vector<std::size_t> from_inner_;
  std::vector<std::size_t> from_outer_;
  Batch outer_batch_;
  Batch inner_batch_;
  std::size_t first_chunk_;
  std::size_t chunk_ = 0;
  bool inner_open_ = false;
  std::vector<bool> matched_;
  std::size_t unmatched_at_ = 0;
};

}  // namespace dossier
