// SPDX-License-Identifier: Apache-2.0
// ORDER BY, and with a limit top-k: of many rows no more than a multiple of the limit are kept.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/row_store.h"
#include "engine/functions/expression.h"
#include "engine/functions/order.h"

namespace dossier {

class SortOperator : public Operator {
 public:
  struct Condition {
    CompiledExpression expression;
    bool descending = false;
  };

  SortOperator(QueryState& state, OperatorPtr child, std::vector<Condition> conditions,
               std::optional<std::uint64_t> limit);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  /// One condition's values, row by row: plain ids where these sort like their terms.
  struct Keys {
    bool by_id = true;
    std::vector<TermId> ids;
    std::vector<OrderKey> keys;
  };

  void add(const Batch& batch);
  void sort();
  void prune();
  /// Charges what it makes.
  void make_keys(std::size_t condition, Keys& keys, MemoryCharge& charge);
  std::weak_ordering compare(std::uint32_t a, std::uint32_t b);

  OperatorPtr child_;
  std::vector<Condition> conditions_;
  std::optional<std::uint64_t> limit_;
  RowStore rows_;              ///< the child's columns, then one value for each condition
  MemoryCharge order_charge_;  ///< for sorted_
  std::vector<TermId> values_;
  std::vector<Keys> keys_;
  std::vector<std::uint32_t> sorted_;
  std::size_t at_ = 0;
};

}  // namespace dossier
