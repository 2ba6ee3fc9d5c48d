// SPDX-License-Identifier: Apache-2.0
// Relations that say something only with what completes them: "expects X to act", "took place".
#include <algorithm>

#include "extract/clause/relation_maker.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

/// "expects X to act": without the rest it says nothing.
bool RelationMaker::is_half_said() const {
  const bool with = std::any_of(parts_.obliques.begin(), parts_.obliques.end(),
                                [](const auto* oblique) { return oblique->marker == "with"; });
  if (with && is_providing_verb(verb_)) return true;
  if (!is_frame_verb(verb_)) return false;
  const bool to = std::any_of(parts_.complements.begin(), parts_.complements.end(),
                              [](const auto* complement) { return complement->marker == "to"; });
  // "made him angry": he was not made.
  return governs() || to || (parts_.attribute && verb_ == "make");
}

/// "expects X to act": what is expected is all of it.
void RelationMaker::add_whole(const Argument& object) {
  for (const FrameArgument* complement : parts_.complements) {
    if (!complement->frame || complement->marker != "to") continue;
    const Frame& below = sentence_.frames[*complement->frame];
    Argument whole;
    whole.head = below.head;
    whole.tokens = {object.tokens.first, std::max(below.head + 1, below.predicate.last)};
    for (const FrameArgument& argument : below.arguments)
      if (argument.role == ArgumentRole::object && !argument.members.empty())
        whole.tokens.last = std::max(whole.tokens.last, argument.members.front().tokens.last);
    if (object.tokens.last <= below.head)
      add(parts_.subjects, verb_, {whole}, sure() * confidence::kWholeComplement, rule());
    return;
  }
}

/// "does not show that X did it": what is not shown is all of it.
bool RelationMaker::add_content() {
  for (const FrameArgument* complement : parts_.complements) {
    if (!complement->frame || complement->marker != "that") continue;
    const Frame& below = sentence_.frames[*complement->frame];
    const FrameArgument* who =
        below.find(below.passive ? ArgumentRole::object : ArgumentRole::subject);
    if (!who || who->extent.first >= below.head) continue;
    Argument whole;
    whole.head = below.head;
    whole.tokens = {who->members.front().tokens.first, complement->extent.last};
    add(parts_.subjects, verb_, {whole}, sure() * confidence::kWholeComplement, rule());
    return true;
  }
  return false;
}

/// "took place": no place was taken.
bool RelationMaker::is_idiom(const Argument& object) const {
  return !light_.empty() && object.tokens.last == object.tokens.first + 1 &&
         token(object.head).xpos == Xpos::nn &&
         frame_.lemma.ends_with("_" + token(object.head).lemma);
}

}  // namespace dossier::extract::clause
