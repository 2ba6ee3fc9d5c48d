// SPDX-License-Identifier: Apache-2.0
// Aggregates that an application adds to SPARQL. Part of <dossier/dossier.h>.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

#include "dossier/term.h"

namespace dossier {

/// What one group of a query has been given. An exception of any of its functions ends the query
/// and reaches whoever asked for the row: a dossier::Error as it is, any other as Error(usage) with
/// its message. They must not use the result they are called for, and must not write to the
/// knowledge base.
class AggregateState {
 public:
  AggregateState() = default;
  AggregateState(const AggregateState&) = delete;
  AggregateState& operator=(const AggregateState&) = delete;
  virtual ~AggregateState() = default;

  /// The value of one more row, in no particular order; with DISTINCT each value comes once. A
  /// group with a row whose value is unbound or an error is an error itself, as with SUM: it is
  /// given no more values and not asked for its result.
  virtual void add(const Term& value) = 0;
  /// The value of the group, asked once at its end, also of a group without rows (a query without
  /// GROUP BY over nothing). nullopt is an error of the expression, as a type error is: the
  /// variable stays unbound, HAVING drops the group.
  virtual std::optional<Term> result() = 0;
  /// What it keeps beside the object itself, in bytes. Asked after each add(), it counts towards
  /// QueryOptions::memory_bytes.
  virtual std::size_t bytes() const { return 0; }
};

/// Makes the state of a group before its first value; must not return null. Each state is used by
/// one thread at a time, and all states of one aggregate of a query by the same; several queries
/// make and use theirs at the same time.
using AggregateFactory = std::function<std::unique_ptr<AggregateState>()>;

}  // namespace dossier
