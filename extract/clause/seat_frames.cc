// SPDX-License-Identifier: Apache-2.0
// Where a firm or a person is by a word in front: "the Oslo-based shipyard Norwave".
#include <utility>

#include "extract/clause/argument_words.h"
#include "extract/clause/frames.h"
#include "extract/clause/named_by.h"
#include "extract/clause/phrase.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "shipyard" or the name behind it: whom the word at `based` describes.
std::optional<std::uint32_t> described(const Tree& tree, std::uint32_t based) {
  std::optional<std::uint32_t> noun = tree.head(based);
  if (!noun || *noun < based || !tree.is_any(based, {amod, acl, compound})) return std::nullopt;
  while (tree.is_any(*noun, {compound, flat, amod, nmod_desc}) && *tree.head(*noun) > based)
    noun = tree.head(*noun);
  return named_by(tree, *noun);
}

FrameArgument argument(ArgumentRole role, const char* marker, TokenRange tokens,
                       std::uint32_t head) {
  FrameArgument result;
  result.role = role;
  result.marker = marker;
  result.extent = tokens;
  result.members = {Argument{tokens, head, {}, {}}};
  return result;
}

}  // namespace

void add_seat_frames(const Tree& tree, std::vector<Frame>& frames) {
  for (std::uint32_t i = 2; i < tree.size(); ++i) {
    if (tree.word(i) != "based" || tree.word(i - 1) != "-" || !is_place_name(tree, i - 2)) continue;
    const std::optional<std::uint32_t> who = described(tree, i);
    if (!who || tree.upos(*who) == Upos::pron) continue;
    Frame frame;
    frame.head = i;
    frame.predicate = {i, i + 1};
    frame.lemma = "base";
    frame.passive = true;
    frame.construction = Construction::participle;
    const Argument body = phrase(tree, *who, false);
    frame.arguments = {argument(ArgumentRole::oblique, "in", tree.mention(i - 2)->tokens, i - 2),
                       argument(ArgumentRole::object, "", body.tokens, body.head)};
    frame.confidence = confidence::kSeatBeforeName;
    frames.push_back(std::move(frame));
  }
}

}  // namespace dossier::extract::clause
