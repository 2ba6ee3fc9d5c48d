// SPDX-License-Identifier: Apache-2.0
// Projection: other columns, in another order; variables the child lacks are unbound.
#pragma once

#include <vector>

#include "engine/exec/operator.h"

namespace dossier {

class ProjectOperator : public Operator {
 public:
  ProjectOperator(QueryState& state, Layout layout, OperatorPtr child);

 protected:
  void do_open() override { child_->open(); }
  bool do_next(Batch& out) override;
  void do_close() override { child_->close(); }

 private:
  OperatorPtr child_;
  Batch input_;
};

/// Copies the columns `out` has from `input`, unbound where the input lacks them.
void copy_columns(const Batch& input, Batch& out);

}  // namespace dossier
