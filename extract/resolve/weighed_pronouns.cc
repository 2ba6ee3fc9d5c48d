// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/weighed_pronouns.h"

#include <algorithm>
#include <utility>

#include "extract/resolve/reference.h"

namespace dossier::extract::resolve {

std::vector<TextSpan> Discourse::names_of(std::uint32_t entity) const {
  std::vector<TextSpan> names;
  for (const Sentence& sentence : analysis_.sentences)
    for (const Mention& mention : sentence.mentions)
      if (mention.entity && table_.find(*mention.entity) == table_.find(entity))
        names.push_back(mention.span);
  return names;
}

void Discourse::note_weighed(const PronounReading& reading, const Options& options) const {
  const TextSpan span = analysis_.sentences[reading.sentence].tokens[reading.token].span;
  // A pronoun is asked for more than once; what is known of it then does not change.
  if (std::any_of(weighed_->begin(), weighed_->end(),
                  [&](const WeighedPronoun& noted) { return noted.pronoun.begin == span.begin; }))
    return;
  WeighedPronoun weighed{span, {}};
  for (const auto& [entity, option] : options)
    weighed.options.push_back({option.likely, option.signs, names_of(entity)});
  weighed_->push_back(std::move(weighed));
}

}  // namespace dossier::extract::resolve
