// SPDX-License-Identifier: Apache-2.0
// The triple terms of the store with a known subject, and their parts: what a pattern with such a
// term begins with, where few of all terms have that subject.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

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
  using Parts = std::array<TermId, 3>;
  struct Part {
    TermId constant;                  ///< or none()
    std::size_t output = kNoColumn;   ///< where it is to be written
    std::size_t same_as = kNoColumn;  ///< an earlier part of the same variable
  };

  bool agrees(const Parts& values) const;
  void search();

  std::size_t term_column_;
  std::array<Part, 3> parts_;
  MemoryCharge held_;
  std::vector<std::pair<TermId, Parts>> found_;
  std::size_t at_ = 0;
  bool searched_ = false;
  bool impossible_ = false;  ///< the store lacks a constant
};

}  // namespace dossier
