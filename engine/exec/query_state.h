// What all operators of one running query share: the data, the terms, and the limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "engine/dossier.h"
#include "engine/exec/memory_budget.h"
#include "engine/exec/term_table.h"
#include "engine/functions/expression.h"
#include "storage/quad_source.h"

namespace dossier {

/// One thread at a time. The source must outlive it.
class QueryState {
 public:
  QueryState(const storage::QuadSource& source, const QueryOptions& options);

  const storage::QuadSource& source() const noexcept { return source_; }
  TermTable& terms() noexcept { return terms_; }
  const TermTable& terms() const noexcept { return terms_; }
  MemoryBudget& memory() noexcept { return memory_; }
  bool profile() const noexcept { return profile_; }
  const OutsideAccess& outside() const noexcept { return outside_; }
  EvaluationContext& expressions() noexcept { return expressions_; }
  /// A number for operators whose expressions share blank nodes; see Solutions.
  std::uint64_t next_scope() noexcept { return ++scopes_; }

  /// Throws Error(cancelled) or Error(timeout), which says how many rows had been computed.
  /// Operators call it once per batch.
  void check();
  /// Counted for the messages above.
  void count_rows(std::uint64_t rows) noexcept { rows_ += rows; }

 private:
  const storage::QuadSource& source_;
  MemoryBudget memory_;
  TermTable terms_;
  CancellationToken cancellation_;
  std::optional<std::chrono::milliseconds> timeout_;
  std::chrono::steady_clock::time_point start_;
  EvaluationContext expressions_;
  std::uint64_t scopes_ = 0;
  bool profile_;
  OutsideAccess outside_;
  std::uint64_t rows_ = 0;
};

}  // namespace dossier
