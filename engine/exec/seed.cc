// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/seed.h"

#include <algorithm>

#include "model/stack.h"

namespace dossier {

namespace {

/// From so many batches the first seeds are taken: batches are small at first.
constexpr int kFirstReads = 4;

/// The rows of scans that do not start from seeds.
double rows_of_scans(const plan::Node& node) {
  if (std::holds_alternative<plan::Scan>(node.op)) return node.rows;
  double rows = 0;
  for (const auto& child : node.children) rows += with_stack([&] { return rows_of_scans(*child); });
  return rows;
}

}  // namespace

std::size_t first_seeds(const plan::Node& outer, const plan::Node& inner) {
  const double cost_of_row = std::max(1.0, outer.cost / std::max(1.0, outer.rows));
  const double rows = rows_of_scans(inner) / (2 * cost_of_row);
  return static_cast<std::size_t>(
      std::clamp(rows, static_cast<double>(kFirstSeeds), static_cast<double>(kMaxSeeds)));
}

bool take_seeds(Operator& source, Batch& batch, SeedRows& seeds, std::size_t limit) {
  seeds.rows.reuse();
  const bool first = limit <= kFirstSeeds;
  for (int reads = 0; seeds.rows.size() < limit && source.next(batch);) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
      TermId* values = seeds.rows.add();
      for (std::size_t i = 0; i < batch.width(); ++i) values[i] = batch.column(i)[row];
    }
    // The first rows must not wait for long.
    if (first && ++reads == kFirstReads) break;
  }
  return !seeds.rows.empty();
}

SeedOperator::SeedOperator(QueryState& state, Layout layout, Slot row,
                           std::shared_ptr<const SeedRows> seeds)
    : Operator(state, std::move(layout)), seeds_(std::move(seeds)) {
  const ColumnFinder in_seeds(seeds_->layout);
  for (Slot slot : this->layout()) from_.push_back(slot == row ? kNoColumn : in_seeds(slot));
}

bool SeedOperator::do_next(Batch& out) {
  const std::size_t count = std::min(seeds_->rows.size() - at_, out.capacity());
  for (std::size_t i = 0; i < from_.size(); ++i) {
    TermId* column = out.column(i);
    for (std::size_t row = 0; row < count; ++row) {
      const std::size_t seed = at_ + row;
      column[row] = from_[i] == kNoColumn ? seed_id(seed) : seeds_->rows[seed][from_[i]];
    }
  }
  at_ += count;
  out.resize(count);
  return count != 0;
}

}  // namespace dossier
