// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/relate.h"

#include "extract/encoder/windows.h"
#include "extract/relate/pronoun_readings.h"
#include "extract/relate/relation_readings.h"

namespace dossier::extract {

void relate_mentions(Analysis& analysis, const encoder::ReadingModel& model,
                     const Interruption& interruption) {
  encoder::Windows windows(analysis.sentences, model.encoder());
  encoder::Window window;
  encoder::Workspace workspace;
  std::vector<float> states;
  while (windows.next(window)) {
    interruption.check();
    if (!relate::has_pronouns(analysis, window) && !relate::has_pairs(analysis, window)) continue;
    model.encoder().encode(window.pieces, workspace, states);
    relate::read_pronouns(window, states, model, analysis);
    relate::read_relations(window, states, model, analysis);
  }
}

}  // namespace dossier::extract
