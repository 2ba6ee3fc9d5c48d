// SPDX-License-Identifier: Apache-2.0
// The triple terms of a MemorySource.
#include <fmt/core.h>

#include "dossier/error.h"
#include "storage/memory_source.h"

namespace dossier::storage {

std::array<TermId, 3> MemorySource::triple(TermId id) const {
  auto it = triples_.find(id.bits());
  if (it == triples_.end())
    throw Error(ErrorCode::storage, fmt::format("no triple term has the id {:#x}", id.bits()));
  return it->second;
}

TermId MemorySource::find_triple(const std::array<TermId, 3>& parts) const {
  auto it = triple_ids_.find(Key{parts[0], parts[1], parts[2], TermId::none()});
  return it == triple_ids_.end() ? TermId::none() : it->second;
}

void MemorySource::each_triple(TermId subject, TermId predicate, const TripleVisit& visit) const {
  auto it = triple_ids_.lower_bound(Key{subject, predicate, TermId::none(), TermId::none()});
  for (; it != triple_ids_.end() && it->first[0] == subject; ++it) {
    if (predicate && it->first[1] != predicate) return;
    if (!visit(it->second, {it->first[0], it->first[1], it->first[2]})) return;
  }
}

}  // namespace dossier::storage
