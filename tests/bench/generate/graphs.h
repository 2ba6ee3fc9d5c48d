// SPDX-License-Identifier: Apache-2.0
// The graphs the benchmarks load and ask: deterministic by seed, of any size.
#pragma once

#include <cstdint>

#include "tests/bench/generate/random.h"
#include "tests/bench/generate/writer.h"

namespace dossier::bench {

/// A newsroom in our own vocabulary (shared/design/vocabulary.md): documents with sentences that
/// mention people, organisations and places (Zipf-skewed), facts and their reifiers. Stops at the
/// end of the document that reaches `triples`. `triple_terms`: reifiers hold RDF 1.2 triple terms,
/// else k:subject, k:predicate and k:object.
void newsroom(Writer& out, Random& random, std::uint64_t triples, bool triple_terms);

/// Universities with the cardinalities published for the Lehigh University Benchmark (Guo, Pan and
/// Heflin, "LUBM: A benchmark for OWL knowledge base systems", 2005, appendix). Stops at the end of
/// the department that reaches `triples`.
void university(Writer& out, Random& random, std::uint64_t triples);

}  // namespace dossier::bench
