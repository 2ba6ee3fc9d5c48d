// SPDX-License-Identifier: Apache-2.0
// Crew: the threads that run one part of a plan, each with operators and terms of its own, over
// parts of the rows of the scan the plan starts with (see runtime/workers.h). What they keep is put
// together by the operator above.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "engine/exec/build_input.h"
#include "engine/exec/operator.h"
#include "engine/exec/query_state.h"
#include "engine/exec/scan.h"
#include "engine/runtime/workers.h"

namespace dossier {

struct CrewMember {
  QueryState& state;  ///< the query's: operators are destroyed late, see flat_delete.h
  ScanShare share;    ///< the part it works on
  OperatorPtr root;   ///< its copy of the plan, whose first scan the share leads
  Batch batch;        ///< of its rows
};

/// One thread at a time. The state must outlive it, and is not to be used while run() and share()
/// are at work.
class Crew {
 public:
  using Parts = std::vector<storage::ScanRequest>;

  /// Of as many as the state has threads, or fewer when the parts are fewer; all but the caller's
  /// are `helpers`. Their roots are the caller's to make.
  Crew(QueryState& whole, Parts parts, std::shared_ptr<HelperThreads> helpers);

  std::size_t size() const noexcept { return members_.size(); }
  CrewMember& operator[](std::size_t number) { return members_[number]; }
  /// Rows that joins of all members look up in: read by run(), first.
  void add_build(std::shared_ptr<BuildSide> side, std::unique_ptr<BuildInput> input,
                 JoinColumns columns) {
    builds_.push_back({std::move(side), std::move(input), std::move(columns)});
  }

  /// Called for a batch of a member's rows, which are those of part number `part`, on a thread of
  /// the member's: with its number.
  using Take = std::function<void(std::size_t member, std::size_t part, const Batch& batch)>;
  /// Runs the members' plans over all parts. Throws what one of them throws, when all have stopped.
  void run(const Take& take);
  /// Calls `work(member, piece)` for every piece once, on threads of the members'.
  void share(std::size_t pieces, const std::function<void(std::size_t, std::size_t)>& work);
  /// share() with the limits of the member; the crew must outlive it.
  SharePieces pieces();
  /// Frees what the run kept; what was made with the members' states must be gone.
  void close();

  /// Whether a member's expressions have made terms that the store lacks.
  bool made_terms() const;
  /// The query's id of what a member calls `id`. Throws Error(limit).
  TermId translate(std::size_t member, TermId id);

 private:
  struct Build {
    std::shared_ptr<BuildSide> side;
    std::unique_ptr<BuildInput> input;
    JoinColumns columns;
  };

  QueryState& whole_;
  Parts parts_;
  Workers workers_;
  std::vector<CrewMember> members_;
  std::vector<Build> builds_;
};

}  // namespace dossier
