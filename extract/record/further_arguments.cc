// SPDX-License-Identifier: Apache-2.0
#include "extract/record/further_arguments.h"

#include <algorithm>
#include <optional>

#include "model/ascii.h"

namespace dossier::extract {

namespace {

bool same(const Argument& a, const Argument& b) {
  return (a.entity && a.entity == b.entity) ||
         (!a.tokens.empty() && a.tokens.first < b.tokens.last && b.tokens.first < a.tokens.last &&
          a.head == b.head);
}

bool holds(const FrameArgument& argument, const std::optional<Argument>& part) {
  return part && std::any_of(argument.members.begin(), argument.members.end(),
                             [&](const Argument& member) { return same(member, *part); });
}

/// "hold_talks_with" names the object of "held talks".
bool is_named_by(const Sentence& sentence, const Frame& frame, const FrameArgument& argument,
                 std::string_view relation) {
  if (!relation.starts_with(frame.lemma) || argument.members.empty()) return false;
  const Token& noun = sentence.tokens[argument.members.front().head];
  return frame.lemma.ends_with("_" + ascii_lower(noun.text)) ||
         frame.lemma.ends_with("_" + noun.lemma);
}

/// The name of the argument's predicate; empty: it is not kept.
std::string marker_of(const Sentence& sentence, const Frame& frame, const FrameArgument& argument,
                      std::string_view relation) {
  switch (argument.role) {
    case ArgumentRole::object:
      if (frame.kind == Frame::Kind::role) return "of";
      return is_named_by(sentence, frame, argument, relation) ? "" : "object";
    case ArgumentRole::recipient:
      return "to";
    case ArgumentRole::oblique:
      return argument.marker;
    case ArgumentRole::subject:
      return frame.passive ? "by" : "";
    case ArgumentRole::attribute:
      if (!argument.marker.empty()) return argument.marker;
      return frame.find(ArgumentRole::object) ? "as" : "";
    case ArgumentRole::complement:
    case ArgumentRole::time:
    case ArgumentRole::adverb:
      break;
  }
  return {};
}

}  // namespace

std::vector<FurtherArgument> further_arguments(const Sentence& sentence, const Claim& said,
                                               std::string_view relation) {
  std::vector<FurtherArgument> result;
  if (!said.frame) return result;
  const Frame& frame = sentence.frames[*said.frame];
  for (const FrameArgument& argument : frame.arguments) {
    if (argument.time || holds(argument, said.subject) || holds(argument, said.object)) continue;
    const std::string marker = marker_of(sentence, frame, argument, relation);
    if (marker.empty()) continue;
    for (const Argument& member : argument.members)
      if (member.entity || member.quantity) result.push_back({marker, member});
  }
  return result;
}

}  // namespace dossier::extract
