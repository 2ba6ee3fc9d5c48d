// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/parallel_aggregate.h"

#include <algorithm>
#include <utility>

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

ParallelAggregateOperator::Shares ParallelAggregateOperator::make_shares() {
  Shares shares;
  for (std::size_t i = 0; i < crew_->size(); ++i) {
    CrewMember& own = (*crew_)[i];
    shares.emplace_back(make_groups(i),
                        RowClasses(own.root->layout(), aggregate_.keys, own.state.memory()));
  }
  return shares;
}

void ParallelAggregateOperator::do_open() {
  results_.clear();
  piece_ = at_ = 0;
  Shares shares = make_shares();
  crew_->run(
      [&](std::size_t member, std::size_t, const Batch& batch) { add(shares[member], batch); });
  merge(shares);
}

// Terms that a member has made mean nothing to others: rows with such ids are grouped at once. The
// rows that are kept are limited: when there are more, some of them may well be of one group.
bool ParallelAggregateOperator::keeps_rows(const Share& share, const Batch& batch) const {
  constexpr std::size_t kProbe = std::size_t{1} << 14;
  constexpr std::size_t kMostValues = std::size_t{1} << 22;
  if (aggregate_.keys.empty() || share.grouped < kProbe) return false;
  if (share.groups->size() < share.grouped / 2) return false;
  if (share.rows.size() * batch.width() >= kMostValues) return false;
  for (std::size_t i = 0; i < batch.width(); ++i) {
    const TermId* column = batch.column(i);
    if (std::any_of(column, column + batch.size(), [](TermId id) { return id.is_local(); }))
      return false;
  }
  return true;
}

void ParallelAggregateOperator::add(Share& share, const Batch& batch) const {
  if (keeps_rows(share, batch)) return share.rows.add(batch);
  share.groups->add(batch);
  share.grouped += batch.size();
}

void ParallelAggregateOperator::merge(Shares& shares) {
  constexpr std::size_t kFew = 4096;
  std::size_t groups = 0;
  std::size_t rows = 0;
  for (const Share& share : shares) {
    groups += share.groups->size();
    rows += share.rows.size();
  }
  // Terms of one thread's own must be looked up in another's table, which takes one thread.
  if (groups < kFew || crew_->made_terms())
    merge_into_first(shares);
  else
    merge_by_class(shares, rows == 0 ? crew_->size() : RowClasses::kCount);
}

void ParallelAggregateOperator::merge_into_first(Shares& shares) {
  const bool translates = crew_->made_terms();
  for (std::size_t number = 0; number < RowClasses::kCount; ++number)
    group_rows(*shares[0].groups, 0, number, shares);
  for (std::size_t i = 1; i < shares.size(); ++i) {
    TranslateId translate;
    if (translates) {
      translate = [&, i](TermId id) {
        if (!id.is_local()) return id;
        return (*crew_)[0].state.terms().intern((*crew_)[i].state.terms().term(id));
      };
    }
    state().check();
    shares[0].groups->merge(*shares[i].groups, 0, 1, translate);
    shares[i].groups.reset();
  }
  results_.push_back({0, std::move(shares[0].groups)});
}

void ParallelAggregateOperator::merge_by_class(Shares& shares, std::size_t pieces) {
  results_.resize(pieces);
  crew_->share(pieces, [&](std::size_t member, std::size_t piece) {
    results_[piece] = {member, make_groups(member)};
    for (const Share& share : shares) {
      (*crew_)[member].state.check();
      results_[piece].groups->merge(*share.groups, piece, pieces, {});
    }
    if (pieces == RowClasses::kCount) group_rows(*results_[piece].groups, member, piece, shares);
  });
}

void ParallelAggregateOperator::group_rows(GroupTable& groups, std::size_t member,
                                           std::size_t number, const Shares& shares) {
  CrewMember& own = (*crew_)[member];
  for (const Share& share : shares) {
    share.rows.each_batch(number, own.batch, [&](const Batch& batch) {
      own.state.check();
      groups.add(batch);
    });
  }
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
