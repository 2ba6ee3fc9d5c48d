// SPDX-License-Identifier: Apache-2.0
// Semi join and anti join by hash: keeps the rows that are compatible (SPARQL 1.1, section 18.3)
// with a row of the right side, or those that are not, or adds the answer as a column. A row looks
// for one partner and no more, so many equal rows on both sides do not multiply. MINUS (section
// 18.5) is the anti join whose partners must share a bound variable with the row.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/exec/build_input.h"
#include "engine/exec/operator.h"
#include "engine/exec/partner_search.h"
#include "engine/plan/physical.h"

namespace dossier {

class SemiJoinOperator : public Operator {
 public:
  /// The sides share at least one variable. `input` and `build` as in a HashJoinOperator.
  /// `conditions` are compiled from those of `join`.
  SemiJoinOperator(QueryState& state, Layout layout, const plan::SemiJoin& join, OperatorPtr left,
                   std::unique_ptr<BuildInput> input, std::shared_ptr<BuildSide> build,
                   std::vector<CompiledExpression> conditions);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  void find_partners(const Batch& batch);
  bool has_partner(const Batch& batch, std::size_t row, const BuildSide::Candidates& found);
  bool is_partner_among(const Batch& batch, std::size_t row, BuildSide::Found found) const;
  bool shares(const Batch& batch, std::size_t row, const TermId* right) const;
  bool keep_rows(Batch& out);
  bool add_answers(Batch& out);

  OperatorPtr left_;
  std::unique_ptr<BuildInput> build_input_;
  JoinColumns columns_;
  std::shared_ptr<BuildSide> build_;
  bool must_share_;
  std::optional<bool> keep_;
  std::vector<std::size_t> from_left_;  ///< kNoColumn: the answer
  Batch input_;                         ///< where answers are added
  MemoryCharge input_charge_;
  std::vector<std::uint32_t> run_begins_;     ///< rows of equal keys, and the end of the last ones
  std::vector<BuildSide::Candidates> found_;  ///< by run
  std::vector<std::uint32_t> answers_;        ///< by row
  std::optional<PartnerSearch> search_;       ///< where there are conditions
  std::vector<std::uint32_t> kept_;
};

}  // namespace dossier
