// SPDX-License-Identifier: Apache-2.0
// Many triple terms at a time: by their ids, or by the parts that are known. Private to storage/.
#pragma once

#include <array>
#include <span>

#include "storage/quad_source.h"
#include "storage/terms/dictionary.h"

namespace dossier::storage {

/// The parts of each; `parts` is as long as `ids`. Throws Error(storage) for an id the moment does
/// not know or that is no triple term.
void read_triples(const Moment& moment, std::span<const TermId> ids,
                  std::span<std::array<TermId, 3>> parts);

/// See QuadSource::each_triple(): keys of triple terms are their parts, subject first.
void each_triple(const Moment& moment, TermId subject, TermId predicate,
                 const QuadSource::TripleVisit& visit);

}  // namespace dossier::storage
