// SPDX-License-Identifier: Apache-2.0
// A repeated property path between two places, for each row of the child.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/exec/first_paths.h"
#include "engine/exec/operator.h"
#include "engine/exec/path_closure.h"
#include "engine/exec/path_graph.h"
#include "engine/plan/physical.h"

namespace dossier {

class PathOperator : public Operator {
 public:
  PathOperator(QueryState& state, Layout layout, const plan::Path& path, OperatorPtr child);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  struct End {
    TermId constant;
    std::size_t input = kNoColumn;
    std::size_t output = kNoColumn;
  };

  End end(const plan::Item& item) const;
  TermId value(const End& end) const;
  bool next_row();
  void load_row();
  void load_from(TermId start, bool backwards);
  void load_both();
  bool leads();
  NodeSet all_starts();
  void load_starts();
  void go_on_with_all_starts();
  bool next_start();
  void drop_foreign_start(TermId start);
  PathGraph* graph_for(bool backwards);

  OperatorPtr child_;
  ast::Path path_;
  PathClosure closure_;
  End subject_;
  End object_;
  bool both_variables_;
  bool same_variable_;
  Batch input_;
  std::size_t row_ = 0;
  std::vector<std::size_t> copies_;  ///< by output column: the input's

  std::optional<FirstPaths> first_;  ///< of a row that binds neither end, before all others
  NodeSet starts_;                   ///< of such a row
  std::size_t start_at_ = 0;
  /// For rows that are many: the path's steps in memory, by direction.
  std::array<std::unique_ptr<PathGraph>, 2> graphs_;
  std::array<std::size_t, 2> searches_{};
  TermId known_object_;  ///< of the last rows that bind both ends
  std::size_t object_uses_ = 0;
  NodeSet known_subjects_;  ///< that reach it, after some uses
  TermId row_subject_;      ///< none() where `reached_` are subjects
  TermId row_object_;
  NodeSet reached_;
  std::size_t reached_at_ = 0;
};

}  // namespace dossier
