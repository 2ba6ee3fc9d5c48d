// SPDX-License-Identifier: Apache-2.0
// The triple terms of the store with a known subject, and their parts: what a pattern with such a
// term begins with, where few of all terms have that subject.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/triple_parts.h"

namespace dossier {

class TripleSearchOperator : public Operator {
 public:
  /// The subject is a constant.
  TripleSearchOperator(QueryState& state, Layout layout, const plan::Unnest& unnest);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  using Values = std::array<TermId, 3>;

  void search();

  std::size_t term_column_;
  TripleParts parts_;
  MemoryCharge held_;
  std::vector<std::pair<TermId, Values>> found_;
  std::size_t at_ = 0;
  bool searched_ = false;
};

}  // namespace dossier
