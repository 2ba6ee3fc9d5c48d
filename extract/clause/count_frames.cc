// SPDX-License-Identifier: Apache-2.0
// How many of something a possessive says that somebody has: "Norwave's 60 branches closed".
#include <utility>

#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "branches", "sons"; not "kilometres", "years", "barrels per day".
bool is_countable(const Tree& tree, std::uint32_t noun) {
  if (tree.xpos(noun) != Xpos::nns || tree.mention(noun)) return false;
  if (tree.is(noun, compound) || (noun + 1 < tree.size() && tree.word(noun + 1) == "per"))
    return false;
  const std::string& lemma = tree.lemma(noun);
  const NounClass kind = Lexicon::builtin().word(lemma).noun_class;
  return kind != NounClass::quantity && kind != NounClass::time && !is_time_noun(lemma);
}

/// The owner in front of the number in front of `noun`: "Norwave" of "Norwave's 60 branches".
std::optional<std::uint32_t> owner_of_counted(const Tree& tree, std::uint32_t noun) {
  const std::optional<std::uint32_t> owner = tree.child(noun, nmod_poss);
  const std::optional<std::uint32_t> number = tree.child(noun, nummod);
  if (!owner || !number || *number < *owner || tree.upos(*number) != Upos::num) return std::nullopt;
  const bool beside = tree.extent(*owner).last == tree.extent(*number).first;
  return beside && !tree.time(*owner) && !is_time_noun(tree.lemma(*owner)) ? owner : std::nullopt;
}

}  // namespace

void add_count_frames(const Tree& tree, std::vector<Frame>& frames) {
  for (std::uint32_t noun = 2; noun < tree.size(); ++noun) {
    if (!is_countable(tree, noun)) continue;
    const std::optional<std::uint32_t> owner = owner_of_counted(tree, noun);
    if (!owner) continue;
    const TokenRange counted{tree.extent(*owner).last, noun + 1};
    Frame frame;
    frame.head = noun;
    frame.lemma = "have";
    frame.construction = Construction::possessive;
    const std::optional<std::uint32_t> mark = tree.child(*owner, case_);
    frame.predicate = mark ? TokenRange{*mark, *mark + 1} : TokenRange{*owner, *owner + 1};
    FrameArgument object;
    object.role = ArgumentRole::object;
    object.extent = counted;
    object.members = {Argument{counted, noun, {}, {}}};
    frame.arguments = {noun_argument(tree, ArgumentRole::subject, *owner, tree.extent(*owner)),
                       std::move(object)};
    frame.confidence = confidence::of_noun_phrase(tree.sure(*owner));
    frames.push_back(std::move(frame));
  }
}

}  // namespace dossier::extract::clause
