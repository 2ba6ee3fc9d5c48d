// SPDX-License-Identifier: Apache-2.0
// The set functions of SPARQL 1.1 (section 18.5.1), computed for all groups at once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "engine/functions/expression.h"
#include "engine/runtime/memory_budget.h"
#include "model/term_id.h"
#include "parser/sparql/ast.h"

namespace dossier {

/// What one thread's ids are on another; null: the same.
using TranslateId = std::function<TermId(TermId)>;

/// One aggregate of a query over groups numbered from 0. What it keeps is charged to the budget it
/// was made with.
class Aggregator {
 public:
  virtual ~Aggregator() = default;
  /// Makes room for groups up to `count` - 1; never shrinks.
  virtual void resize(std::size_t count) = 0;
  /// `values[i]`, none() for an error, belongs to group `groups[i]`.
  virtual void add(std::span<const TermId> values, std::span<const std::uint32_t> groups) = 0;
  /// As add() of each value `times[i]` times, which is above 0. Where equal values change nothing,
  /// each is added once.
  virtual void add_times(std::span<const TermId> values, std::span<const std::uint32_t> groups,
                         std::span<const std::int64_t> times);
  /// As add() of `count` rows of one group. Only of COUNT(*), which asks for no values.
  virtual void add_rows(std::uint32_t group, std::uint64_t count);
  /// The group's value, none() for an error. COUNT and SAMPLE pass errors over; all others have an
  /// error where any of their values is one. Without values: COUNT, SUM and AVG give 0,
  /// GROUP_CONCAT "", the application's what they say, the others an error.
  virtual TermId result(std::uint32_t group) = 0;

  static constexpr std::uint32_t kNoGroup = ~std::uint32_t{0};
  /// Adds to group `to[g]` here what `other`, made for the same aggregate, was given for its group
  /// g; kNoGroup: nothing. `other` stays as it is; several threads may merge it, each into an
  /// aggregator of its own. Only where can_merge().
  virtual void merge(const Aggregator& other, std::span<const std::uint32_t> to,
                     const TranslateId& translate) = 0;
};

/// Whether an aggregate's values can be given to several aggregators and merged then. The others
/// depend on the order of the values, see a row by the number it has in one of them, or are the
/// application's.
bool can_merge(const ast::Aggregate& aggregate) noexcept;

/// Whether its value is the same when equal rows are left out but for one of them.
bool ignores_equal_rows(const ast::Aggregate& aggregate) noexcept;

/// Whether it knows what to do with add_times().
bool can_multiply(const ast::Aggregate& aggregate) noexcept;

/// Whether it is COUNT(*), which asks for no values.
bool is_count_of_rows(const ast::Aggregate& aggregate) noexcept;

/// For COUNT(*) the values don't matter: none() counts too. COUNT(DISTINCT *) is the caller's to
/// make unique; with `distinct` this counts different values, which must then stand for whole rows.
/// Throws Error(limit) from resize() and add() when memory runs out.
std::unique_ptr<Aggregator> make_aggregator(const ast::Aggregate& aggregate,
                                            EvaluationContext& context, MemoryBudget& memory);

}  // namespace dossier
