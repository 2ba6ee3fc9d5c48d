// SPDX-License-Identifier: Apache-2.0
// Which terms a store uses, without keeping them: its orders merged.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "model/term_id.h"
#include "storage/quad_source.h"

namespace dossier::sql {

/// The different ids of a permutation's first column, ascending. The source must outlive it.
class ColumnIds {
 public:
  explicit ColumnIds(const storage::QuadSource& source, storage::Permutation permutation,
                     std::optional<storage::IdRange> range = std::nullopt);
  std::optional<TermId> next();

 private:
  std::size_t position_;
  std::unique_ptr<storage::Scan> scan_;
  std::vector<TermId> ids_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  TermId last_;
};

/// Every id that a quad or a triple term names, ascending, the default graph left out. Keeps those
/// of graphs and of triple terms' parts. The source must outlive it.
class StoredIds {
 public:
  explicit StoredIds(const storage::QuadSource& source);
  std::optional<TermId> next();

 private:
  std::array<ColumnIds, 3> columns_;
  std::array<std::optional<TermId>, 3> heads_;
  std::vector<TermId> others_;
  std::size_t other_ = 0;
};

}  // namespace dossier::sql
