// SPDX-License-Identifier: Apache-2.0
// Where the rows of a BuildSide come from: an operator, or a crew of threads.
#pragma once

#include <memory>

#include "engine/exec/build_side.h"
#include "engine/exec/operator.h"

namespace dossier {

class Crew;

/// One thread at a time.
class BuildInput {
 public:
  /// The state must outlive it.
  BuildInput(QueryState& state, OperatorPtr source);
  BuildInput(QueryState& state, std::unique_ptr<Crew> crew);
  BuildInput(const BuildInput&) = delete;
  BuildInput& operator=(const BuildInput&) = delete;
  ~BuildInput();

  const Layout& layout() const noexcept;
  /// Reads all rows into `side`, made with layout(). `columns` are those of the join.
  void read(BuildSide& side, const JoinColumns& columns);
  /// Frees what the run kept. What it was read into must have been cleared.
  void close();

 private:
  std::vector<std::unique_ptr<BuildRows>> read_source(const JoinColumns& columns);
  std::vector<std::unique_ptr<BuildRows>> read_crew(const JoinColumns& columns);

  QueryState& state_;
  OperatorPtr source_;  ///< or
  std::unique_ptr<Crew> crew_;
};

}  // namespace dossier
