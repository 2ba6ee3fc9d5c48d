// SPDX-License-Identifier: Apache-2.0
#include "storage/load/compact.h"

#include <optional>

#include "dossier/error.h"
#include "storage/fold/fold.h"
#include "storage/load/text_build.h"

namespace dossier::storage {

void compact_store(CurrentState& current, const ProgressCallback& progress) {
  const auto go_on = [&](std::string_view phase) {
    const std::uint64_t quads = current.get()->counters.quads;
    return !progress || progress({.phase = phase, .quads = quads});
  };
  std::optional<WriteLock::Guard> guard;
  try {
    WriteWait wait;
    if (progress) wait.stopped = [&] { return !go_on("waiting for another writer"); };
    guard.emplace(current.write_lock(), wait);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::cancelled) return;
    throw;
  }
  Folder(current).fold_all([&] { return go_on("folding"); });
  const auto state = current.get();
  if (!state->delta(Permutation::spo).empty()) return;  // stopped
  prune_text_index(current, [&] { return go_on("removing old texts"); });
  state->database->compact([&] { return go_on("compacting"); });
}

}  // namespace dossier::storage
