// SPDX-License-Identifier: Apache-2.0
#include "extract/relate/relate.h"

#include "extract/relate/pronoun_readings.h"
#include "extract/relate/relation_readings.h"

namespace dossier::extract {

void relate_mentions(const encoder::ReadingModel& model, encoder::DocumentStates& states,
                     Analysis& analysis) {
  states.each_far(relate::has_pronoun,
                  [&](const encoder::Window& window, const std::vector<float>& own) {
                    relate::read_pronouns(window, own, model, analysis);
                  });
  states.each([&](const encoder::Window& window, const std::vector<float>& own) {
    relate::read_relations(window, own, model, analysis);
  });
}

}  // namespace dossier::extract
