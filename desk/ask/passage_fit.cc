// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/passage_fit.h"

#include <algorithm>
#include <optional>

#include "desk/ask/argument_parts.h"
#include "desk/ask/sentence_tokens.h"
#include "desk/ask/tables.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;
using extract::Sentence;

constexpr std::size_t kFarthest = 8;

/// "the Morva Classic" is one, even where the texts have no such thing.
bool is_name(const Phrase& phrase) {
  const std::size_t last = phrase.text.find_last_of(' ') + 1;
  return !phrase.things.empty() ||
         (last < phrase.text.size() && phrase.text[last] >= 'A' && phrase.text[last] <= 'Z');
}

/// Who tells it is not whom it is about.
bool says(const Frame& frame, std::uint32_t token) {
  const FrameArgument* subject = frame.find(ArgumentRole::subject);
  return is_saying(frame.lemma.substr(0, frame.lemma.find('_'))) && subject != nullptr &&
         subject->extent.contains(token);
}

/// A time, a place, a number is an argument of the clause.
PassageFit::Place place_in_clause(const Frame& frame, const Candidate& one) {
  const bool own = std::any_of(
      frame.arguments.begin(), frame.arguments.end(), [&](const FrameArgument& argument) {
        return std::any_of(argument.members.begin(), argument.members.end(),
                           [&](const auto& member) { return member.tokens.contains(one.head); }) ||
               (argument.time && argument.extent.contains(one.head));
      });
  return own ? PassageFit::Place::asked : PassageFit::Place::unknown;
}

extract::NounClass class_of(const std::string& noun) {
  return extract::Lexicon::builtin().word(ascii_lower(noun)).noun_class;
}

}  // namespace

bool PassageFit::is_question() const {
  return std::any_of(parsed_.tokens.begin(), parsed_.tokens.end(),
                     [](const extract::Token& token) { return token.text == "?"; });
}

bool PassageFit::may_tell() const {
  return !is_question() && fit_.times_agree() && !tells_of_another();
}

/// "X designed the Arc" does not say who designed what has another name; what was so is not what
/// will be.
bool PassageFit::tells_of_another() const {
  bool another = false;
  for (const Frame& frame : parsed_.frames) {
    if (frame.kind != Frame::Kind::verb || !is_the_verb(frame)) continue;
    const bool past = reading_.not_yet && frame.modality == extract::Modality::asserted;
    if (!past && !names_another(frame)) return false;
    another = true;
  }
  return another;
}

bool PassageFit::names_another(const Frame& frame) const {
  return std::any_of(reading_.roles.begin(), reading_.roles.end(), [&](const Role& role) {
    const std::optional<ArgumentRole> slot = role_of(role.slot);
    if (role.wanted || !slot) return false;
    const FrameArgument* there = frame.find(*slot);
    if (there != nullptr) return is_another(role.phrase, *there);
    // "The Lake Fund is at the head, having pledged ...": who does it stands before the clause.
    return slot == ArgumentRole::subject && is_name(role.phrase) && has_name_before(frame.head) &&
           !phrases_.names_before(role.phrase, frame.head);
  });
}

bool PassageFit::has_name_before(std::uint32_t token) const {
  return std::any_of(parsed_.tokens.begin(), parsed_.tokens.begin() + token,
                     [](const extract::Token& one) { return one.upos == extract::Upos::propn; });
}

/// Neither what the phrase names nor what may stand for it: "the Fogo stove" for "the Lume stove".
bool PassageFit::is_another(const Phrase& phrase, const FrameArgument& argument) const {
  if (phrases_.is_phrase(phrase, argument)) return false;
  return std::all_of(argument.members.begin(), argument.members.end(), [&](const auto& member) {
    bool name = false;
    for (std::uint32_t i = member.tokens.first; i < member.tokens.last; ++i)
      name = name || parsed_.tokens[i].upos == extract::Upos::propn;
    if (is_name(phrase)) return name || !phrases_.may_stand_for(phrase, member);
    // "the mayor" may be the one who has a name here, "the neighbours" may be "the residents".
    if (reading_.wanted == Wanted::thing || reading_.wanted == Wanted::place) return false;
    const extract::NounClass kind = class_of(parsed_.tokens[member.head].lemma);
    const bool alike = kind != extract::NounClass::none && kind == class_of(phrase.head);
    return !name && !alike && !phrases_.may_stand_for(phrase, member);
  });
}

bool PassageFit::may_be(const Candidate& one) const {
  const bool named = std::any_of(
      reading_.roles.begin(), reading_.roles.end(),
      [&](const Role& role) { return !role.wanted && phrases_.is_named(role.phrase, one.head); });
  if (named || reading_.wanted == Wanted::cause) return !named;
  return std::none_of(parsed_.frames.begin(), parsed_.frames.end(), [&](const Frame& frame) {
    if (frame.kind != Frame::Kind::verb && frame.kind != Frame::Kind::copula) return false;
    if (!is_below(parsed_, one.head, frame.head)) return false;
    const bool sure = frame.modality == extract::Modality::asserted || reading_.not_yet;
    return !is_told(frame) || frame.negated != reading_.negated || !sure;
  });
}

bool PassageFit::is_the_verb(const Frame& frame) const {
  return terms_.verbs().contains(frame.head) || fit_.is_the_verb(frame);
}

/// Where it stands in a clause with the question's verb.
PassageFit::Place PassageFit::place_of(const Candidate& one) const {
  Place out = Place::unknown;
  for (const Frame& frame : parsed_.frames) {
    if (says(frame, one.head)) return Place::other;
    if (reading_.copula && reading_.wanted == Wanted::thing) {
      if (links(frame, one)) out = Place::asked;
      continue;
    }
    if (reading_.copula && one.of_clause && is_close(one)) return Place::asked;
    if (!is_the_verb(frame)) continue;
    const Place here = one.of_clause ? place_in_clause(frame, one) : place_in(frame, one);
    if (here == Place::other) return here;
    if (here == Place::asked) out = here;
  }
  return out;
}

/// Where the question asks, or at the place of somebody else; where the clause has something else
/// there, it is not asked for.
PassageFit::Place PassageFit::place_in(const Frame& frame, const Candidate& one) const {
  const Role* wanted = reading_.wanted_role();
  if (wanted == nullptr) return Place::unknown;
  const std::optional<ArgumentRole> role = role_of(wanted->slot);
  bool filled = false;
  for (const FrameArgument& argument : frame.arguments) {
    // "was disqualified" may be read as a state of who it was done to.
    const bool state = frame.kind == Frame::Kind::copula && role == ArgumentRole::object &&
                       argument.role == ArgumentRole::subject;
    const bool there = state || (role ? argument.role == *role : argument.marker == wanted->marker);
    const bool core =
        argument.role == ArgumentRole::subject || argument.role == ArgumentRole::object;
    const bool member = std::any_of(argument.members.begin(), argument.members.end(),
                                    [&](const auto& m) { return m.tokens.contains(one.head); });
    if (there && member) return Place::asked;
    if (!there && core && argument.extent.contains(one.head)) return Place::other;
    filled = filled || (there && role && says_something(argument));
  }
  return filled ? Place::other : Place::unknown;
}

bool PassageFit::says_something(const FrameArgument& argument) const {
  return std::any_of(argument.members.begin(), argument.members.end(), [&](const auto& member) {
    return parsed_.tokens[member.head].upos != extract::Upos::pron;
  });
}

/// "X is the oldest", "X, the oldest": the clause says that they are one.
bool PassageFit::links(const Frame& frame, const Candidate& one) const {
  if (frame.kind == Frame::Kind::verb || frame.kind == Frame::Kind::noun || frame.former)
    return false;
  bool has_it = false, has_term = false;
  for (const FrameArgument& argument : frame.arguments)
    for (const auto& member : argument.members) {
      const bool here = member.tokens.contains(one.head);
      has_it = has_it || here;
      has_term = has_term || (!here && has_place(member.tokens));
    }
  return has_it && (has_term || has_place(frame.predicate));
}

/// "a battery factory near Turin"
bool PassageFit::is_close(const Candidate& one) const {
  constexpr std::size_t kClose = 2;
  return std::any_of(terms_.places().begin(), terms_.places().end(), [&](std::uint32_t place) {
    return place != one.head && tree_distance(parsed_, one.head, place) <= kClose;
  });
}

bool PassageFit::has_place(extract::TokenRange range) const {
  return std::any_of(terms_.places().begin(), terms_.places().end(),
                     [&](std::uint32_t place) { return range.contains(place); });
}

std::size_t PassageFit::distance(const Candidate& one) const {
  std::size_t least = kFarthest;
  for (const std::uint32_t place : terms_.verbs().empty() ? terms_.places() : terms_.verbs())
    least = std::min(least, tree_distance(parsed_, one.head, place));
  return least;
}

}  // namespace dossier::asking
