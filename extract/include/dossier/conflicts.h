// SPDX-License-Identifier: Apache-2.0
// What documents say against each other.
//
// Threads: reads one state of the knowledge base; may run at the same time as anything. Errors:
// every failure is a dossier::Error, Error(storage) for a damaged one. Lifetime: the result holds
// copies and outlives the knowledge base.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/evidence.h"
#include "dossier/export.h"

namespace dossier {

/// Two facts that cannot both be so.
struct Conflict {
  enum class Kind : std::uint8_t {
    values,    ///< one subject, a single-valued relation, two objects
    subjects,  ///< one object, two subjects
    times,     ///< one fact that happens once, two times
    amounts,   ///< one thing, a relation that is counted once, two numbers of one unit
    denied,    ///< one fact, said and denied
  };
  Kind kind = Kind::values;
  Evidence one, other;  ///< the most confident of each side; the denial is `other`
  std::uint64_t one_sentences = 0, other_sentences = 0;  ///< how many say so
};

/// "values", "subjects", "times", "amounts", "denied".
DOSSIER_API std::string_view name_of(Conflict::Kind kind);

/// All conflicts, by relation and then by subject. Which relations are single-valued: see
/// extract/conflict/single_valued.ttl; triples of the knowledge base and `relations`, a Turtle
/// text, add to it. Throws Error(syntax) for faulty Turtle.
DOSSIER_API std::vector<Conflict> conflicts(const KnowledgeBase& kb,
                                            std::string_view relations = {});

}  // namespace dossier
