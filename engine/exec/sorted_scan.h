// SPDX-License-Identifier: Apache-2.0
// ORDER BY where the index gives the rows in that order: by one variable, ascending, whose values
// are all of one inline kind in which ids sort like their terms. So nothing is kept, the first row
// comes at once, and with a limit no more is read than it asks for.
#pragma once

#include <optional>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

/// The scan below `node`, whose rows it passes on one by one, where it comes by the only condition
/// of `sort`; else null. Whether its values are of one kind remains to be seen.
const plan::Scan* scan_sorted_by(const plan::Node& node, const plan::Sort& sort,
                                 const VariableTable& variables);

/// Gives the rows of `plain` when `scan`, which it starts with, comes in the order of its values;
/// else those of `sorted`.
class SortedScanOperator : public Operator {
 public:
  SortedScanOperator(QueryState& state, const plan::Scan& scan, OperatorPtr plain,
                     OperatorPtr sorted);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool is_sorted();
  /// The first id that a request's column behind the prefix has in a range; none without rows.
  TermId first_id(storage::ScanRequest request, storage::IdRange range);

  std::vector<storage::ScanRequest> requests_;  ///< what the scan reads, one behind the other
  OperatorPtr plain_;
  OperatorPtr sorted_;
  Operator* chosen_ = nullptr;
};

}  // namespace dossier
