// SPDX-License-Identifier: Apache-2.0
// What all operators of one running query share: the data, the terms, and the limits.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "dossier/dossier.h"
#include "engine/functions/expression.h"
#include "engine/runtime/limits.h"
#include "engine/runtime/memory_budget.h"
#include "engine/runtime/term_table.h"
#include "storage/quad_source.h"

namespace dossier {

/// One thread at a time. The source must outlive it.
class QueryState {
 public:
  /// `base` resolves relative IRIs. `limits` are those of a larger request that the query is a part
  /// of; without, its own. `custom`: see EvaluationContext.
  QueryState(const storage::QuadSource& source, const QueryOptions& options,
             const std::string& base, std::shared_ptr<Limits> limits = nullptr,
             functions::CustomTablePtr custom = nullptr);

  /// Another one for a thread that works on parts of the query: it has terms, expressions and
  /// limits of its own, so ids that its terms made mean nothing here. It stops at `stop`, which
  /// must outlive its use, and at the caller's cancellation as well when it `is_caller`'s. Lives as
  /// long as this one. While threads use parts, nobody may use more of this one than the source
  /// and, the caller's thread, the limits.
  QueryState& make_part(const std::atomic<bool>& stop, bool is_caller);

  const storage::QuadSource& source() const noexcept { return source_; }
  TermTable& terms() noexcept { return terms_; }
  const TermTable& terms() const noexcept { return terms_; }
  MemoryBudget& memory() noexcept { return memory_; }
  /// How many threads may work on the query.
  std::size_t threads() const noexcept { return threads_; }
  bool profile() const noexcept { return profile_; }
  const OutsideAccess& outside() const noexcept { return outside_; }
  EvaluationContext& expressions() noexcept { return expressions_; }
  /// A number for operators whose expressions share blank nodes; see Solutions.
  std::uint64_t next_scope() noexcept { return ++scopes_; }

  /// See Limits. Operators call check() once per batch, and work() where one batch can take long.
  Limits& limits() noexcept { return *limits_; }
  void check() const { limits_->check(); }
  void work(std::size_t units) { limits_->work(units); }
  void count_rows(std::uint64_t rows) noexcept { limits_->count_rows(rows); }

 private:
  QueryState(QueryState& whole, const std::atomic<bool>& stop, bool is_caller);

  const storage::QuadSource& source_;
  MemoryBudget memory_;
  SharedMemory shared_memory_{memory_};
  TermTable terms_;
  std::shared_ptr<Limits> limits_;
  EvaluationContext expressions_;
  std::uint64_t scopes_ = 0;
  std::size_t threads_;
  bool profile_;
  OutsideAccess outside_;
  std::vector<std::unique_ptr<QueryState>> parts_;
};

}  // namespace dossier
