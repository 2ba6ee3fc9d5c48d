// SPDX-License-Identifier: Apache-2.0
// Makes two variables agree: GRAPH ?g { ... ?g ... } joins the graph's name with what the pattern
// binds to ?g (SPARQL 1.1, section 18.6, evaluation of Graph).
#pragma once

#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/project.h"
#include "engine/plan/physical.h"

namespace dossier {

class UnifyOperator : public Operator {
 public:
  /// The layout holds `unify.to` and columns of the child, whose rows all bind `unify.from`.
  UnifyOperator(QueryState& state, Layout layout, const plan::Unify& unify, OperatorPtr child);

 protected:
  void do_open() override { child_->open(); }
  bool do_next(Batch& out) override;
  void do_close() override { child_->close(); }

 private:
  OperatorPtr child_;
  plan::Unify unify_;
  Batch input_;
  ColumnCopy copy_;
  std::vector<std::uint32_t> kept_;
};

}  // namespace dossier
