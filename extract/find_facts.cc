// SPDX-License-Identifier: Apache-2.0
#include "extract/find_facts.h"

#include "extract/resolve/anchored_times.h"

#include "extract/clause/clauses.h"

namespace dossier::extract {
namespace {

/// With what is made of them until they are stored, in bytes.
constexpr std::size_t kFrameMemory = 4 << 10;
constexpr std::size_t kClauseMemory = 6 << 10;

}  // namespace

Resolution find_facts(Analysis& analysis, const rules::RuleSet& rules,
                      const Interruption& interruption) {
  const Interruption::Scope scope(interruption);
  revise_names(analysis);
  anchor_times(analysis);
  for (Sentence& sentence : analysis.sentences) {
    interruption.check();
    read_clauses(sentence);
    interruption.charge(sentence.frames.size() * kFrameMemory +
                        sentence.clauses.size() * kClauseMemory);
  }
  Resolution resolution = resolve_entities(analysis);
  interruption.check();
  rules.apply(analysis, resolution, interruption);
  return resolution;
}

}  // namespace dossier::extract
