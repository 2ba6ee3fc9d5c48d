// SPDX-License-Identifier: Apache-2.0
// Leaves without an index: VALUES and the solution that binds nothing; the names of graphs.
#pragma once

#include <utility>
#include <vector>

#include "engine/exec/operator.h"
#include "storage/quad_source.h"

namespace dossier {

/// The rows of a VALUES block; one row without columns is the solution that binds nothing.
class ValuesOperator : public Operator {
 public:
  ValuesOperator(QueryState& state, Layout layout, std::vector<std::vector<TermId>> rows)
      : Operator(state, std::move(layout)), rows_(std::move(rows)) {}

 protected:
  void do_open() override { at_ = 0; }
  bool do_next(Batch& out) override;
  void do_close() override {}

 private:
  std::vector<std::vector<TermId>> rows_;
  std::size_t at_ = 0;
};

/// The named graphs of a scope, ascending.
std::vector<TermId> named_graphs(const storage::QuadSource& source,
                                 const storage::GraphScope& scope);

}  // namespace dossier
