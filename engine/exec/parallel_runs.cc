// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/parallel_runs.h"

#include <algorithm>
#include <utility>

namespace dossier {

ParallelRunsOperator::ParallelRunsOperator(QueryState& state, Layout layout,
                                           plan::Aggregate aggregate, std::unique_ptr<Crew> crew,
                                           std::vector<AggregateArguments> arguments)
    : Operator(state, std::move(layout)),
      aggregate_(std::move(aggregate)),
      crew_(std::move(crew)),
      arguments_(std::move(arguments)) {}

std::unique_ptr<GroupTable> ParallelRunsOperator::make_groups(std::size_t member) {
  CrewMember& own = (*crew_)[member];
  return std::make_unique<GroupTable>(own.state, aggregate_, own.root->layout().size(),
                                      arguments_[member]);
}

void ParallelRunsOperator::do_open() {
  shares_.clear();
  share_ = edge_ = at_ = 0;
  for (std::size_t i = 0; i < crew_->size(); ++i) shares_.push_back({make_groups(i), kNoPart, {}});
  crew_->run([this](std::size_t member, std::size_t part, const Batch& batch) {
    add(shares_[member], part, batch);
  });
  merge_edges();
}

void ParallelRunsOperator::add(Share& share, std::size_t part, const Batch& batch) {
  if (part != share.part) {
    end_part(share);
    share.part = part;
    share.edges.push_back(static_cast<std::uint32_t>(share.groups->size()));
  }
  share.groups->add(batch);
}

void ParallelRunsOperator::end_part(Share& share) {
  share.groups->end_run();
  if (share.edges.empty()) return;
  const auto last = static_cast<std::uint32_t>(share.groups->size() - 1);
  if (last != share.edges.back()) share.edges.push_back(last);
}

void ParallelRunsOperator::merge_edges() {
  std::unique_ptr<GroupTable> merged = make_groups(0);
  const bool translates = crew_->made_terms();
  for (std::size_t i = 0; i < shares_.size(); ++i) {
    end_part(shares_[i]);
    TranslateId translate;
    if (translates && i != 0) {
      translate = [this, i](TermId id) {
        if (!id.is_local()) return id;
        return (*crew_)[0].state.terms().intern((*crew_)[i].state.terms().term(id));
      };
    }
    merged->merge(*shares_[i].groups, shares_[i].edges, translate);
  }
  shares_.push_back({std::move(merged), kNoPart, {}});
}

void ParallelRunsOperator::do_close() {
  shares_.clear();
  crew_->close();
}

// To the next group that is not at an edge; false at the end.
bool ParallelRunsOperator::skip_edges() {
  for (; share_ < shares_.size(); ++share_, at_ = edge_ = 0) {
    const Share& share = shares_[share_];
    while (edge_ < share.edges.size() && share.edges[edge_] == at_) ++edge_, ++at_;
    if (at_ < share.groups->size()) return true;
  }
  return false;
}

void ParallelRunsOperator::make_ids_ours(Batch& out, std::size_t member) {
  for (std::size_t i = 0; i < out.width(); ++i) {
    TermId* column = out.column(i);
    for (std::size_t row = 0; row < out.size(); ++row)
      if (column[row].is_local()) column[row] = crew_->translate(member, column[row]);
  }
}

bool ParallelRunsOperator::do_next(Batch& out) {
  if (!skip_edges()) return false;
  const Share& share = shares_[share_];
  const std::size_t end = edge_ < share.edges.size() ? share.edges[edge_] : share.groups->size();
  const std::size_t count = std::min(end - at_, out.capacity());
  share.groups->write(out, at_, count);
  at_ += count;
  out.resize(count);
  make_ids_ours(out, share_ < crew_->size() ? share_ : 0);
  return true;
}

}  // namespace dossier
