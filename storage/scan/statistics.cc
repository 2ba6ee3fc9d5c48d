// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/statistics.h"

#include <algorithm>

#include "storage/disk/store_files.h"
#include "storage/scan/snapshot.h"

namespace dossier::storage {

Statistics statistics_of(const std::shared_ptr<const State>& state, const std::string& path) {
  Statistics out;
  out.quads = state->counters.quads;
  out.terms = state->counters.terms();
  out.named_graphs = make_snapshot(state)->named_graphs().size();
  for (const auto& index : state->indexes) out.blocks += index->size();
  for (const Delta& delta : state->deltas)
    out.delta_quads = std::max<std::uint64_t>(out.delta_quads, delta.size());
  out.disk_bytes = directory_bytes(path);
  out.format_version = state->format_version;
  return out;
}

}  // namespace dossier::storage
