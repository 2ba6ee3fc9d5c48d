// SPDX-License-Identifier: Apache-2.0
#include "extract/find_facts.h"

#include "extract/resolve/anchored_times.h"

#include "extract/clause/clauses.h"

namespace dossier::extract {

Resolution find_facts(Analysis& analysis, const rules::RuleSet& rules,
                      const Interruption& interruption) {
  revise_names(analysis);
  anchor_times(analysis);
  for (Sentence& sentence : analysis.sentences) {
    interruption.check();
    read_clauses(sentence);
  }
  Resolution resolution = resolve_entities(analysis);
  interruption.check();
  rules.apply(analysis, resolution);
  return resolution;
}

}  // namespace dossier::extract
