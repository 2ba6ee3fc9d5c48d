// SPDX-License-Identifier: Apache-2.0
// Index scan: the quads of one pattern, only the wanted columns decoded.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/plan/pattern_columns.h"
#include "engine/plan/physical.h"

namespace dossier {

/// What one of several threads reads now.
struct ScanShare {
  const storage::ScanRequest* part = nullptr;
};

/// The requests that the scan consists of when it is read in parts; none when it has no rows.
std::vector<storage::ScanRequest> scan_parts(const storage::QuadSource& source,
                                             const plan::Scan& scan,
                                             const plan::Parallel& parallel);

class ScanOperator : public Operator {
 public:
  ScanOperator(QueryState& state, Layout layout, const plan::Scan& scan);

  /// Reads the share's part instead. The share must outlive it.
  void lead(const ScanShare& share) noexcept { leads_ = &share; }
  /// Reads only the ids that the share's part is confined to. The share must outlive it.
  void follow(const ScanShare& share) noexcept { follows_ = &share; }

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override { scan_.reset(); }

 private:
  bool next_range();
  bool start(std::optional<storage::IdRange> range);

  const ScanShare* leads_ = nullptr;
  const ScanShare* follows_ = nullptr;
  PatternColumns columns_;
  std::optional<std::vector<storage::IdRange>> ranges_;
  std::size_t range_ = 0;                     ///< the next of ranges_
  std::array<std::size_t, 4> targets_;        ///< the layout's column for each place
  std::array<bool, 4> compared_{};            ///< places that are compared and no more
  std::array<std::vector<TermId>, 4> extra_;  ///< their values
  std::vector<std::uint32_t> rows_;
  std::unique_ptr<storage::Scan> scan_;
};

}  // namespace dossier
