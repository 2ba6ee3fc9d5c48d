// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/scan.h"

#include <algorithm>

namespace dossier {

namespace {

std::size_t index(Position position) { return static_cast<std::size_t>(position); }

}  // namespace

std::vector<storage::ScanRequest> scan_parts(const storage::QuadSource& source,
                                             const plan::Scan& scan,
                                             const plan::Parallel& parallel) {
  std::vector<storage::ScanRequest> parts;
  PatternColumns columns(scan.pattern, scan.permutation);
  if (columns.impossible) return parts;
  const auto add = [&] {
    const auto at = parallel.key ? storage::SplitAt::ids : storage::SplitAt::rows;
    for (storage::ScanRequest& part : source.split(columns.request, parallel.part_rows, at))
      parts.push_back(std::move(part));
  };
  if (!scan.ranges) add();
  for (std::size_t i = 0; scan.ranges && i < scan.ranges->size(); ++i) {
    columns.request.range = (*scan.ranges)[i];
    add();
  }
  return parts;
}

ScanOperator::ScanOperator(QueryState& state, Layout layout, const plan::Scan& scan)
    : Operator(state, std::move(layout)),
      columns_(scan.pattern, scan.permutation),
      ranges_(scan.ranges) {
  targets_.fill(kNoColumn);
  std::vector<Slot> placed;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!columns_.slots[i]) continue;
    if (std::find(placed.begin(), placed.end(), *columns_.slots[i]) != placed.end()) continue;
    placed.push_back(*columns_.slots[i]);
    targets_[i] = column_of(this->layout(), *columns_.slots[i]);
  }
  const auto need = [this](std::size_t i) { compared_[i] = targets_[i] == kNoColumn; };
  for (const auto& [a, b] : columns_.equal) {
    need(index(a));
    need(index(b));
  }
  for (std::size_t i = 0; i < 4; ++i) {
    if (columns_.residual[i]) need(i);
  }
}

void ScanOperator::do_open() {
  range_ = 0;
  scan_.reset();
  if (columns_.impossible) return;
  if (leads_ != nullptr)
    scan_ = state().source().scan(*leads_->part);
  else if (ranges_)
    next_range();
  else
    start(std::nullopt);
}

bool ScanOperator::start(std::optional<storage::IdRange> range) {
  const auto& own = follows_ == nullptr ? std::nullopt : follows_->part->range;
  if (own && range)
    range = storage::IdRange{std::max(range->low, own->low), std::min(range->high, own->high)};
  else if (own)
    range = own;
  if (range && range->high < range->low) return false;
  columns_.request.range = range;
  scan_ = state().source().scan(columns_.request);
  return true;
}

bool ScanOperator::next_range() {
  if (leads_ != nullptr || !ranges_) return false;
  while (range_ < ranges_->size()) {
    if (start((*ranges_)[range_++])) return true;
  }
  return false;
}

bool ScanOperator::do_next(Batch& out) {
  if (!scan_) return false;
  std::array<TermId*, 4> pointers{};
  for (std::size_t i = 0; i < 4; ++i) {
    if (compared_[i] && extra_[i].size() < out.capacity()) extra_[i].resize(out.capacity());
    pointers[i] = targets_[i] != kNoColumn ? out.column(targets_[i])
                  : compared_[i]           ? extra_[i].data()
                                           : nullptr;
  }
  const std::size_t count = scan_->next(pointers, out.capacity());
  if (count == 0) return next_range();
  out.resize(count);

  const bool compares =
      !columns_.equal.empty() || std::any_of(columns_.residual.begin(), columns_.residual.end(),
                                             [](TermId id) { return static_cast<bool>(id); });
  if (!compares) return true;
  rows_.clear();
  for (std::size_t row = 0; row < count; ++row) {
    bool keep = true;
    for (const auto& [a, b] : columns_.equal)
      keep = keep && pointers[index(a)][row] == pointers[index(b)][row];
    for (std::size_t i = 0; i < 4; ++i)
      keep = keep && (!columns_.residual[i] || pointers[i][row] == columns_.residual[i]);
    if (keep) rows_.push_back(static_cast<std::uint32_t>(row));
  }
  out.select(rows_);
  return true;
}

}  // namespace dossier
