// SPDX-License-Identifier: Apache-2.0
// The comparison of standing queries with a transaction that is about to be committed. Private to
// engine/.
#pragma once

#include <memory>

#include "engine/functions/custom.h"
#include "storage/write_transaction.h"

namespace dossier::standing {

/// What a comparison may take.
inline constexpr std::uint64_t kMostRows = 1'000'000;
inline constexpr std::size_t kMemoryBytes = std::size_t{256} << 20;
inline constexpr std::chrono::seconds kTimeout{10};
/// News of one query that are kept.
inline constexpr std::uint64_t kNewsKept = 100'000;

/// Answers the standing queries over what `writes` will commit, and adds to it what is new and what
/// they answer now. With changes: each query that is due, others are marked as behind. Without
/// changes: those that are behind. A query that fails is marked so, and never stops the commit.
/// Throws Error(storage) when the rows about standing queries are damaged.
void before_commit(const std::shared_ptr<storage::WriteTransaction>& writes,
                   const functions::CustomTablePtr& custom);

}  // namespace dossier::standing
