// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/path.h"

#include <algorithm>

namespace dossier {

namespace {

/// So many searches are made from the index before anything is kept for further ones.
constexpr std::size_t kFewSearches = 16;
/// A search from the index costs about as much as reading so many edges.
constexpr double kEdgesPerSearch = 256;

}  // namespace

PathOperator::PathOperator(QueryState& state, Layout layout, const plan::Path& path,
                           OperatorPtr child)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      path_(path.path),
      closure_(state, path.graph),
      input_(child_->layout()) {
  subject_ = end(path.subject);
  object_ = end(path.object);
  const auto* slot = std::get_if<Slot>(&path.subject);
  both_variables_ = !subject_.constant && !object_.constant;
  same_variable_ = slot != nullptr && path.subject == path.object;
  const ColumnFinder in_child(child_->layout());
  for (Slot own : this->layout()) copies_.push_back(in_child(own));
}

PathOperator::End PathOperator::end(const plan::Item& item) const {
  End end;
  if (const auto* id = std::get_if<TermId>(&item)) {
    end.constant = *id;
  } else {
    end.input = column_of(child_->layout(), std::get<Slot>(item));
    end.output = column_of(layout(), std::get<Slot>(item));
  }
  return end;
}

TermId PathOperator::value(const End& end) const {
  if (end.constant) return end.constant;
  return end.input == kNoColumn ? TermId::none() : input_.column(end.input)[row_];
}

void PathOperator::do_open() {
  child_->open();
  input_.clear();
  row_ = 0;
  reached_.clear();
  reached_at_ = 0;
  starts_.clear();
  start_at_ = 0;
  first_.reset();
}

void PathOperator::do_close() {
  child_->close();
  starts_ = {};
  first_.reset();
  reached_ = {};
  graphs_ = {};
  searches_ = {};
  known_object_ = TermId::none();
  known_subjects_ = {};
}

// A path of length zero between two variables is one of the graph's nodes (section 18.4, ALP),
// whatever other patterns bind the variables to. Any longer path shows that its start is a node.
void PathOperator::drop_foreign_start(TermId start) {
  if (!both_variables_ || reached_.size() != 1 || reached_.front() != start) return;
  if (!closure_.is_node(start)) reached_.clear();
}

PathGraph* PathOperator::graph_for(bool backwards) {
  const auto* repeat = std::get_if<ast::PathRepeat>(&path_.node);
  if (repeat == nullptr) return nullptr;
  std::unique_ptr<PathGraph>& graph = graphs_[backwards ? 1 : 0];
  if (graph) return graph.get();
  const auto searches = static_cast<double>(++searches_[backwards ? 1 : 0]);
  const bool all_nodes = !starts_.empty();
  if (!all_nodes) {
    if (searches < kFewSearches) return nullptr;
    const std::optional<double> edges = closure_.relation_size(*repeat->path);
    if (!edges || *edges > kEdgesPerSearch * searches) return nullptr;
  }
  graph = std::make_unique<PathGraph>(state(), closure_, *repeat->path, backwards);
  return graph.get();
}

void PathOperator::load_from(TermId start, bool backwards) {
  if (PathGraph* graph = graph_for(backwards))
    graph->reach(start, std::get<ast::PathRepeat>(path_.node).modifier, reached_);
  else
    reached_ = closure_.image(path_, {start}, backwards);
}

// Rows that keep asking for one object are answered from what reaches it.
bool PathOperator::leads() {
  const auto* repeat = std::get_if<ast::PathRepeat>(&path_.node);
  if (row_object_ != known_object_) {
    known_object_ = row_object_;
    object_uses_ = 0;
    known_subjects_.clear();
  }
  if (++object_uses_ == kFewSearches) known_subjects_ = closure_.image(path_, {row_object_}, true);
  if (object_uses_ >= kFewSearches)
    return std::binary_search(known_subjects_.begin(), known_subjects_.end(), row_subject_);
  if (repeat != nullptr) return closure_.connects(*repeat, row_subject_, row_object_);
  const NodeSet ends = closure_.image(path_, {row_subject_}, false);
  return std::binary_search(ends.begin(), ends.end(), row_object_);
}

void PathOperator::load_both() {
  reached_.clear();
  if (!leads()) return;
  reached_.push_back(row_object_);
  drop_foreign_start(row_subject_);
}

// Where paths may start when neither end is known: at every node of the graph, or, where a path has
// at least one step, at those that have one.
NodeSet PathOperator::all_starts() {
  const auto* repeat = std::get_if<ast::PathRepeat>(&path_.node);
  if (repeat == nullptr || repeat->modifier != ast::PathModifier::one_or_more)
    return closure_.all_nodes();
  std::unique_ptr<PathGraph>& graph = graphs_[0];
  if (!graph) graph = std::make_unique<PathGraph>(state(), closure_, *repeat->path, false);
  return graph->starts();
}

// What a row's ends reach.
void PathOperator::load_row() {
  reached_at_ = 0;
  row_subject_ = value(subject_);
  row_object_ = value(object_);
  if (row_subject_ && row_object_) {
    load_both();
  } else if (row_subject_) {
    load_from(row_subject_, false);
    drop_foreign_start(row_subject_);
  } else if (row_object_) {
    load_from(row_object_, true);
    drop_foreign_start(row_object_);
  } else {
    reached_.clear();
    load_starts();
  }
}

void PathOperator::load_starts() {
  const auto* repeat = std::get_if<ast::PathRepeat>(&path_.node);
  start_at_ = 0;
  if (!graphs_[0] && repeat != nullptr && repeat->modifier == ast::PathModifier::one_or_more)
    first_ = FirstPaths::of(state(), closure_, *repeat->path);
  if (!first_) starts_ = all_starts();
}

// The start that was not searched to its end by then is searched again for what is left of it.
void PathOperator::go_on_with_all_starts() {
  const FirstPaths first = std::move(*first_);
  first_.reset();
  if (first.are_all()) return;
  starts_ = all_starts();
  start_at_ = first.ended();
  if (!first.is_open()) return;
  row_subject_ = starts_[start_at_++];
  load_from(row_subject_, false);
  std::erase_if(reached_, [&first](TermId node) { return first.has_given(node); });
  reached_at_ = 0;
}

bool PathOperator::next_start() {
  if (first_) {
    reached_at_ = 0;
    if (first_->next(row_subject_, reached_)) return true;
    reached_.clear();
    go_on_with_all_starts();
    if (!reached_.empty()) return true;
  }
  if (start_at_ == starts_.size()) return false;
  row_subject_ = starts_[start_at_++];
  load_from(row_subject_, false);
  reached_at_ = 0;
  return true;
}

bool PathOperator::next_row() {
  if (next_start()) return true;
  starts_.clear();
  start_at_ = 0;
  if (!input_.empty()) ++row_;
  if (row_ >= input_.size()) {
    row_ = 0;
    if (!child_->next(input_)) {
      input_.clear();
      return false;
    }
  }
  load_row();
  return true;
}

bool PathOperator::do_next(Batch& out) {
  std::size_t at = 0;
  while (at < out.capacity()) {
    if (reached_at_ == reached_.size()) {
      if (!next_row()) break;
      continue;
    }
    const TermId node = reached_[reached_at_++];
    const TermId subject = row_subject_ ? row_subject_ : node;
    const TermId object = row_subject_ ? node : row_object_;
    if (row_object_ && object != row_object_) continue;
    if (same_variable_ && subject != object) continue;
    for (std::size_t i = 0; i < copies_.size(); ++i) {
      if (copies_[i] != kNoColumn) out.column(i)[at] = input_.column(copies_[i])[row_];
    }
    if (subject_.output != kNoColumn) out.column(subject_.output)[at] = subject;
    if (object_.output != kNoColumn) out.column(object_.output)[at] = object;
    ++at;
  }
  out.resize(at);
  return at != 0;
}

}  // namespace dossier
