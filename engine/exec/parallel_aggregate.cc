// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/parallel_aggregate.h"

#include <algorithm>
#include <numeric>

namespace dossier {

ParallelAggregateOperator::ParallelAggregateOperator(QueryState& state, Layout layout,
                                                     plan::Aggregate aggregate,
                                                     std::unique_ptr<Crew> crew,
                                                     std::vector<AggregateArguments> arguments)
    : Operator(state, std::move(layout)),
      aggregate_(std::move(aggregate)),
      crew_(std::move(crew)),
      arguments_(std::move(arguments)) {}

std::unique_ptr<GroupTable> ParallelAggregateOperator::make_groups(std::size_t member) {
  CrewMember& own = (*crew_)[member];
  return std::make_unique<GroupTable>(own.state, aggregate_, own.root->layout().size(),
                                      arguments_[member]);
}

void ParallelAggregateOperator::do_open() {
  results_.clear();
  piece_ = at_ = 0;
  Pieces parts;
  for (std::size_t i = 0; i < crew_->size(); ++i) parts.push_back({i, make_groups(i)});
  crew_->run([&](std::size_t member, std::size_t, const Batch& batch) {
    parts[member].groups->add(batch);
  });
  merge(parts);
}

void ParallelAggregateOperator::merge(Pieces& parts) {
  constexpr std::size_t kFew = 4096;
  const std::size_t groups =
      std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                      [](std::size_t sum, const Piece& part) { return sum + part.groups->size(); });
  // Terms of one thread's own must be looked up in another's table, which takes one thread.
  if (groups < kFew || crew_->made_terms())
    merge_into_first(parts);
  else
    merge_by_class(parts);
}

void ParallelAggregateOperator::merge_into_first(Pieces& parts) {
  const bool translates = crew_->made_terms();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    TranslateId translate;
    if (translates) {
      translate = [&, i](TermId id) {
        if (!id.is_local()) return id;
        return (*crew_)[0].state.terms().intern((*crew_)[i].state.terms().term(id));
      };
    }
    state().check();
    parts[0].groups->merge(*parts[i].groups, 0, 1, translate);
    parts[i].groups.reset();
  }
  results_.push_back(std::move(parts[0]));
}

void ParallelAggregateOperator::merge_by_class(Pieces& parts) {
  const std::size_t pieces = crew_->size();
  results_.resize(pieces);
  crew_->share(pieces, [&](std::size_t member, std::size_t piece) {
    results_[piece] = {member, make_groups(member)};
    for (const Piece& part : parts) {
      (*crew_)[member].state.check();
      results_[piece].groups->merge(*part.groups, piece, pieces, {});
    }
  });
}

void ParallelAggregateOperator::do_close() {
  results_.clear();
  crew_->close();
}

void ParallelAggregateOperator::make_ids_ours(Batch& out, std::size_t member) {
  for (std::size_t i = 0; i < out.width(); ++i) {
    TermId* column = out.column(i);
    for (std::size_t row = 0; row < out.size(); ++row)
      if (column[row].is_local()) column[row] = crew_->translate(member, column[row]);
  }
}

bool ParallelAggregateOperator::do_next(Batch& out) {
  while (piece_ < results_.size() && at_ == results_[piece_].groups->size()) {
    ++piece_;
    at_ = 0;
  }
  if (piece_ == results_.size()) return false;
  const Piece& from = results_[piece_];
  const std::size_t count = std::min(from.groups->size() - at_, out.capacity());
  from.groups->write(out, at_, count);
  at_ += count;
  out.resize(count);
  make_ids_ours(out, from.member);
  return true;
}

}  // namespace dossier
