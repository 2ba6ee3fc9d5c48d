// SPDX-License-Identifier: Apache-2.0
// What the steps of a bulk load share. Private to storage/.
#pragma once

#include <cstddef>
#include <deque>
#include <string>

#include "storage/load/numbering.h"
#include "storage/load/progress.h"
#include "storage/load/sealed_chunk.h"
#include "storage/load/sst_files.h"
#include "storage/state/state.h"

namespace dossier::storage {

struct LoadContext {
  const State& state;  ///< the existing data; its delta is empty
  std::string directory;
  std::size_t memory_bytes;
  std::size_t threads;
  std::deque<SealedChunk>& chunks;
  SstFiles& files;
  Counters& counters;  ///< grows as ids are given out
  Numbering& numbering;
  LoadProgress& progress;
};

}  // namespace dossier::storage
