// SPDX-License-Identifier: Apache-2.0
// QueryResult's inside: a running query and the batch its rows are taken from. Private to engine/.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "engine/query/construct.h"
#include "engine/query/execution.h"
#include "engine/query/query_template.h"

namespace dossier {

struct QueryResult::Impl {
  std::shared_ptr<const storage::QuadSource> source;  ///< outlives everything below
  std::shared_ptr<const QueryTemplate> text;
  std::shared_ptr<const CompiledQuery> compiled;
  std::chrono::duration<double, std::milli> planning_time{};
  std::uint64_t rows_left = 0;
  std::unique_ptr<Execution> execution;
  std::unique_ptr<TripleStream> triples;             ///< CONSTRUCT, DESCRIBE
  bool answer = false;                               ///< ASK
  std::optional<std::vector<std::string>> warnings;  ///< once they were asked for

  bool next(Row& row);
  bool next(Quad& triple);
  /// Appends the next rows to `columns`, at most `most` and none of two batches; says how many.
  std::size_t next(std::vector<std::vector<TermId>>& columns, std::size_t most);

 private:
  bool load_batch();
  void load_terms();

  Batch batch_;
  bool has_batch_ = false;
  /// Of the batch's rows from first_ on, by column: few rows when their terms are large.
  std::vector<std::vector<Term>> terms_;
  std::size_t at_ = 0;
  std::size_t first_ = 0;
  std::size_t loaded_ = 0;
  std::size_t window_ = 64;
  std::optional<MemoryCharge> terms_charge_;
};

/// Plans if need be, and starts. `parameters` count, not those of `options`. `custom`: the
/// application's functions. `limits`: those the text was parsed under. `helpers`: threads that may
/// work on it, too.
QueryResult run_template(std::shared_ptr<const storage::QuadSource> source,
                         const std::shared_ptr<QueryTemplate>& text, const QueryOptions& options,
                         const Parameters& parameters, const functions::CustomTablePtr& custom,
                         std::shared_ptr<Limits> limits, std::shared_ptr<HelperThreads> helpers);
/// Parses, plans and starts; nothing is kept. Tests switch passes off.
QueryResult start_query(std::shared_ptr<const storage::QuadSource> source, std::string_view text,
                        const QueryOptions& options, const plan::PassSwitches& passes = {},
                        const functions::CustomTablePtr& custom = nullptr);
/// As above without running anything: the plan as text.
std::string plan_of_query(std::shared_ptr<const storage::QuadSource> source, std::string_view text,
                          const QueryOptions& options,
                          const functions::CustomTablePtr& custom = nullptr);

}  // namespace dossier
