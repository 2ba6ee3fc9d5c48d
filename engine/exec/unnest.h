// SPDX-License-Identifier: Apache-2.0
// Triple terms (RDF 1.2) in patterns: takes the term of a column apart and matches its parts, or
// finds the term whose parts are known.
#pragma once

#include <array>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/project.h"
#include "engine/exec/triple_parts.h"

namespace dossier {

class UnnestOperator : public Operator {
 public:
  /// Shared variables are bound in every row of the child.
  UnnestOperator(QueryState& state, Layout layout, const plan::Unnest& unnest, OperatorPtr child);

 protected:
  void do_open() override { child_->open(); }
  bool do_next(Batch& out) override;
  void do_close() override { child_->close(); }

 private:
  /// The parts of all terms of the input.
  void read_parts();
  bool take_apart(std::size_t row, Batch& out);
  bool find(std::size_t row, Batch& out);

  OperatorPtr child_;
  bool find_;
  Batch input_;
  ColumnCopy copy_;
  std::size_t term_input_;
  std::size_t term_output_;
  TripleParts parts_;
  std::vector<std::uint32_t> kept_;
  std::vector<std::array<TermId, 3>> values_;  ///< by row of the input; of triple terms only
};

}  // namespace dossier
