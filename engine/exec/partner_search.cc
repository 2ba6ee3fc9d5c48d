// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/partner_search.h"

#include <algorithm>
#include <utility>

namespace dossier {

namespace {

/// The variables that the conditions read and that one of the sides has.
Layout read_of(const std::vector<CompiledExpression>& conditions, const Layout& left,
               const Layout& right) {
  Layout result;
  for (const CompiledExpression& condition : conditions) {
    for (const Slot slot : condition.variables()) {
      const bool is_there =
          column_of(left, slot) != kNoColumn || column_of(right, slot) != kNoColumn;
      if (is_there && column_of(result, slot) == kNoColumn) result.push_back(slot);
    }
  }
  return result;
}

}  // namespace

PartnerSearch::PartnerSearch(QueryState& state, const Layout& left, const BuildSide& build,
                             const plan::SemiJoin& join, std::vector<CompiledExpression> conditions)
    : state_(state),
      build_(build),
      conditions_(std::move(conditions)),
      columns_(read_of(conditions_, left, build.layout()), left, build.layout(), join.keys,
               join.uncertain),
      pairs_(read_of(conditions_, left, build.layout())),
      charge_(state.memory()) {}

void PartnerSearch::open_rows(const Batch& batch) {
  open_.clear();
  for (std::uint32_t row = 0; row < batch.size(); ++row) {
    const BuildSide::Candidates found = build_.candidates(columns_, batch, row);
    if (found.own.begin == found.own.end && found.unbound.begin == found.unbound.end) continue;
    build_.prefetch(found.own);
    open_.push_back({row, found});
  }
}

void PartnerSearch::find(const Batch& batch, std::vector<std::uint32_t>& answers) {
  constexpr std::size_t kMost = 256;
  constexpr std::size_t kFaster = 4;
  answers.assign(batch.size(), 0);
  pairs_.make_room(Batch::kCapacity);
  charge_.set(pairs_.bytes() + Batch::kCapacity * (2 * sizeof(std::uint32_t) + sizeof(Open)));
  state_.work(batch.size());
  open_rows(batch);
  for (std::size_t most = 1; !open_.empty(); most = std::min(kMost, kFaster * most)) {
    for (Open& open : open_) try_some(batch, open, most, answers);
    test(answers);
    std::erase_if(open_, [&](const Open& open) {
      const auto& [own, unbound] = open.rest;
      return answers[open.row] != 0 || (own.begin == own.end && unbound.begin == unbound.end);
    });
  }
}

void PartnerSearch::try_some(const Batch& batch, Open& open, std::size_t most,
                             std::vector<std::uint32_t>& answers) {
  for (BuildSide::Found* found : {&open.rest.own, &open.rest.unbound}) {
    const std::uint32_t first = found->begin;
    while (found->begin != found->end && most > 0) {
      const TermId* const right = build_[found->begin++];
      if (!columns_.equal_keys(batch, open.row, right)) continue;
      if (!columns_.compatible(batch, open.row, right)) continue;
      --most;
      columns_.write(pairs_, rows_.size(), batch, open.row, right);
      rows_.push_back(open.row);
      if (rows_.size() == Batch::kCapacity) test(answers);
    }
    state_.work(found->begin - first);
  }
}

void PartnerSearch::test(std::vector<std::uint32_t>& answers) {
  pairs_.resize(rows_.size());
  for (const CompiledExpression& condition : conditions_) {
    if (pairs_.empty()) break;
    condition.select(pairs_, kept_);
    for (std::size_t i = 0; i < kept_.size(); ++i) rows_[i] = rows_[kept_[i]];
    rows_.resize(kept_.size());
    pairs_.select(kept_);
  }
  for (const std::uint32_t row : rows_) answers[row] = 1;
  rows_.clear();
  pairs_.clear();
}

}  // namespace dossier
