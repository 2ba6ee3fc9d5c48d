// SPDX-License-Identifier: Apache-2.0
// UNION: one branch after the other; variables a branch lacks are unbound.
#pragma once

#include <optional>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/project.h"

namespace dossier {

class UnionOperator : public Operator {
 public:
  UnionOperator(QueryState& state, Layout layout, std::vector<OperatorPtr> branches);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  std::vector<OperatorPtr> branches_;
  Batch input_;  ///< of the open branch
  std::optional<ColumnCopy> copy_;
  std::size_t at_ = 0;
  bool is_open_ = false;
};

}  // namespace dossier
