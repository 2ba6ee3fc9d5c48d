// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/stored_ids.h"

#include <algorithm>

namespace dossier::sql {

using storage::Permutation;
using storage::QuadSource;

namespace {

constexpr std::size_t kRows = 4096;

/// The parts of triple terms, and their parts: no quad need name them.
std::vector<TermId> parts_of_triples(const QuadSource& source) {
  using Kind = TermId::Kind;
  std::vector<TermId> parts;
  std::vector<TermId> open;
  const storage::IdRange triples{TermId::lowest(Kind::triple), TermId::highest(Kind::triple)};
  ColumnIds objects(source, Permutation::osp, triples);
  const auto take = [&](TermId id) {
    for (const TermId part : source.triple(id)) {
      parts.push_back(part);
      if (part.is_triple()) open.push_back(part);
    }
  };
  while (const auto id = objects.next()) take(*id);
  while (!open.empty()) {
    const TermId id = open.back();
    open.pop_back();
    take(id);
  }
  return parts;
}

}  // namespace

ColumnIds::ColumnIds(const QuadSource& source, Permutation permutation,
                     std::optional<storage::IdRange> range)
    : position_(static_cast<std::size_t>(storage::column_order(permutation)[0])), ids_(kRows) {
  storage::ScanRequest request;
  request.permutation = permutation;
  request.range = range;
  request.graphs.distinct = false;
  scan_ = source.scan(request);
}

std::optional<TermId> ColumnIds::next() {
  for (;;) {
    if (at_ == count_) {
      std::array<TermId*, 4> columns{};
      columns[position_] = ids_.data();
      count_ = scan_->next(columns, kRows);
      at_ = 0;
      if (count_ == 0) return std::nullopt;
    }
    const TermId id = ids_[at_++];
    if (id == last_) continue;
    last_ = id;
    return id;
  }
}

StoredIds::StoredIds(const QuadSource& source)
    : columns_{ColumnIds(source, Permutation::spo), ColumnIds(source, Permutation::pso),
               ColumnIds(source, Permutation::osp)},
      others_(parts_of_triples(source)) {
  for (const TermId graph : source.named_graphs()) others_.push_back(graph);
  std::sort(others_.begin(), others_.end());
  for (std::size_t i = 0; i < columns_.size(); ++i) heads_[i] = columns_[i].next();
}

std::optional<TermId> StoredIds::next() {
  std::optional<TermId> least;
  if (other_ < others_.size()) least = others_[other_];
  for (const auto& head : heads_)
    if (head && (!least || *head < *least)) least = head;
  if (!least) return std::nullopt;
  while (other_ < others_.size() && others_[other_] == *least) ++other_;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (heads_[i] == least) heads_[i] = columns_[i].next();
  return least;
}

}  // namespace dossier::sql
