// SPDX-License-Identifier: Apache-2.0
// GRAPH ?g by its definition: the pattern planned and run once for each named graph.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/project.h"
#include "engine/plan/physical.h"

namespace dossier {

/// Plans a pattern in an active graph and makes its operators; `required` are the columns wanted.
using MakeSubplan =
    std::function<OperatorPtr(const algebra::Node& pattern, const plan::ActiveGraph& graph,
                              const algebra::SlotSet& required)>;

class EachGraphOperator : public Operator {
 public:
  EachGraphOperator(QueryState& state, Layout layout, plan::EachGraph each, MakeSubplan make);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  plan::EachGraph each_;
  MakeSubplan make_;
  algebra::SlotSet required_;
  std::vector<TermId> graphs_;
  std::size_t at_ = 0;
  OperatorPtr inner_;
  Batch input_;
  std::optional<ColumnCopy> copy_;
};

}  // namespace dossier
