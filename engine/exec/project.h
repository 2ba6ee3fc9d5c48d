// SPDX-License-Identifier: Apache-2.0
// Projection: other columns, in another order; variables the child lacks are unbound.
#pragma once

#include <vector>

#include "engine/exec/operator.h"

namespace dossier {

/// Copies the columns that two layouts share; the others become unbound.
class ColumnCopy {
 public:
  ColumnCopy(const Layout& from, const Layout& to);
  /// Of batches with those layouts; `out` gets as many rows.
  void operator()(const Batch& input, Batch& out) const;

 private:
  std::vector<std::size_t> sources_;  ///< by column of the output
};

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
  ColumnCopy copy_;
};

}  // namespace dossier
