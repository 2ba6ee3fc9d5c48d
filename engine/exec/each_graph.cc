// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/each_graph.h"

#include <algorithm>

#include "engine/exec/leaves.h"

namespace dossier {

EachGraphOperator::EachGraphOperator(QueryState& state, Layout layout, plan::EachGraph each,
                                     MakeSubplan make)
    : Operator(state, std::move(layout)),
      each_(std::move(each)),
      make_(std::move(make)),
      required_(this->layout().begin(), this->layout().end()) {
  required_.erase(each_.variable);
}

void EachGraphOperator::do_open() {
  graphs_ = named_graphs(state().source(), each_.scope);
  at_ = 0;
  inner_.reset();
}

void EachGraphOperator::do_close() {
  inner_.reset();
  graphs_ = {};
}

bool EachGraphOperator::do_next(Batch& out) {
  while (at_ < graphs_.size()) {
    if (!inner_) {
      state().check();
      plan::ActiveGraph graph;
      graph.scope.kind = storage::GraphScope::Kind::list;
      graph.scope.graphs = {graphs_[at_]};
      graph.scope.distinct = false;
      inner_ = make_(*each_.pattern, graph, required_);
      inner_->open();
      input_ = inner_->make_batch();
      copy_.emplace(inner_->layout(), layout());
    }
    if (inner_->next(input_)) {
      (*copy_)(input_, out);
      std::fill_n(out.find(each_.variable), out.size(), graphs_[at_]);
      return true;
    }
    inner_->close();
    inner_.reset();
    ++at_;
  }
  return false;
}

}  // namespace dossier
