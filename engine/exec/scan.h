// Index scan: the quads of one pattern, only the wanted columns decoded.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

/// A quad pattern against a permutation: which columns are constants, variables, repeats.
struct PatternColumns {
  PatternColumns(const plan::QuadPattern& pattern, storage::Permutation permutation);

  storage::ScanRequest request;  ///< with all leading constants as the prefix
  /// By Position; empty for a place that is a constant and for the graph when nobody asks.
  std::array<std::optional<Slot>, 4> slots;
  /// Constants behind the prefix: to compare with.
  std::array<TermId, 4> residual{};
  /// Pairs of places that must hold the same term: a variable written twice.
  std::vector<std::pair<Position, Position>> equal;
  /// A constant no quad can have.
  bool impossible = false;
};

class ScanOperator : public Operator {
 public:
  ScanOperator(QueryState& state, Layout layout, const plan::Scan& scan);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override { scan_.reset(); }

 private:
  bool next_range();

  PatternColumns columns_;
  std::optional<std::vector<storage::IdRange>> ranges_;
  std::size_t range_ = 0;                           ///< the next of ranges_
  std::array<std::size_t, 4> targets_;              ///< the layout's column for each place
  std::array<std::unique_ptr<TermId[]>, 4> extra_;  ///< places only compared
  std::vector<std::uint32_t> rows_;
  std::unique_ptr<storage::Scan> scan_;
};

}  // namespace dossier
