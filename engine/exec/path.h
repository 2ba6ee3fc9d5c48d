// A repeated property path between two places, for each row of the child.
#pragma once

#include <utility>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/path_closure.h"
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
  bool next_start();
  void drop_foreign_start(TermId start);

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

  NodeSet starts_;  ///< of a row that binds neither end
  std::size_t start_at_ = 0;
  TermId row_subject_;  ///< none() where `reached_` are subjects
  TermId row_object_;
  NodeSet reached_;
  std::size_t reached_at_ = 0;
};

}  // namespace dossier
