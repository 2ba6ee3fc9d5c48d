// SPDX-License-Identifier: Apache-2.0
// EXISTS by its definition (SPARQL 1.1, section 18.6): the row's values are put into the pattern,
// which is planned and run again; equal values are asked once.
#pragma once

#include <vector>

#include "engine/exec/each_graph.h"
#include "engine/exec/operator.h"
#include "engine/exec/project.h"
#include "engine/exec/row_set.h"
#include "engine/plan/physical.h"

namespace dossier {

class SubstituteOperator : public Operator {
 public:
  SubstituteOperator(QueryState& state, Layout layout, plan::Substitute substitute,
                     const VariableTable& variables, MakeSubplan make, OperatorPtr child);

 protected:
  void do_open() override { child_->open(); }
  bool do_next(Batch& out) override;
  void do_close() override { child_->close(); }

 private:
  bool ask(const TermId* values);

  plan::Substitute substitute_;
  const VariableTable& variables_;
  MakeSubplan make_;
  OperatorPtr child_;
  Batch input_;
  ColumnCopy copy_;
  RowSet asked_;
  std::vector<bool> answers_;  ///< by the number in asked_
  std::vector<TermId> values_;
};

}  // namespace dossier
