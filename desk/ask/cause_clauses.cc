// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/cause_clauses.h"

#include <algorithm>
#include <array>

#include "desk/ask/argument_parts.h"
#include "desk/ask/clause_circumstances.h"
#include "desk/ask/tables.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;

constexpr std::array<std::string_view, 7> kForcing{"force", "compel", "oblige", "lead",
                                                   "cause", "prompt", "induce"};
/// With the preposition in front of what they bring about; "" for an object.
struct Causing {
  std::string_view verb, marker;
};
constexpr std::array kCausing{
    Causing{"cause", ""},   Causing{"trigger", ""},     Causing{"prompt", ""},
    Causing{"provoke", ""}, Causing{"lead", "to"},      Causing{"result", "in"},
    Causing{"bring", ""},   Causing{"bring_about", ""}, Causing{"force", ""}};

bool says_so(const Frame& frame) {
  return frame.kind == Frame::Kind::verb && is_told(frame) && !frame.negated;
}

}  // namespace

std::vector<std::string> causing_verbs() {
  std::vector<std::string> out;
  for (const Causing& one : kCausing) out.emplace_back(one.verb);
  return out;
}

ToldCause CauseClauses::of(const Frame& frame) const {
  if (!frame.governor) return {};
  const Frame& governor = parsed_.frames[*frame.governor];
  const FrameArgument* cause = governor.find(ArgumentRole::subject);
  const bool forces = std::find(kForcing.begin(), kForcing.end(), governor.lemma) != kForcing.end();
  // "The crew led us to believe it" has no object that does it.
  const bool somebody = governor.find(ArgumentRole::object) != nullptr;
  if (!forces || !somebody || cause == nullptr || !says_so(governor)) return {};
  if (parsed_.tokens[cause->members.front().head].upos == extract::Upos::pron) return {};
  return {cause->members.front().tokens, &governor};
}

/// "the closure of the mine" of "Why was the mine closed?"
bool CauseClauses::is_the_event(const FrameArgument& argument) const {
  const std::vector<std::string> nouns = event_nouns(reading_.verb);
  const auto is_event = [&](const extract::Argument& member) {
    const std::string noun = ascii_lower(parsed_.tokens[member.head].lemma);
    return std::find(nouns.begin(), nouns.end(), noun) != nouns.end();
  };
  if (!std::any_of(argument.members.begin(), argument.members.end(), is_event)) return false;
  return std::all_of(reading_.roles.begin(), reading_.roles.end(), [&](const Role& role) {
    return role.wanted || phrases_.has_words(role.phrase.words, argument.extent);
  });
}

ToldCause CauseClauses::by_noun(const Frame& frame) const {
  const FrameArgument* cause = frame.find(ArgumentRole::subject);
  if (!says_so(frame) || cause == nullptr) return {};
  if (parsed_.tokens[cause->members.front().head].upos == extract::Upos::pron) return {};
  for (const Causing& verb : kCausing) {
    const bool same =
        frame.lemma == verb.verb || frame.lemma.starts_with(std::string(verb.verb) + "_");
    if (!same) continue;
    for (const FrameArgument& argument : frame.arguments) {
      const bool here = verb.marker.empty() ? argument.role == ArgumentRole::object
                                            : argument.marker == verb.marker;
      if (here && is_the_event(argument)) return {cause->members.front().tokens, &frame};
    }
  }
  return {};
}

ToldCause CauseClauses::marked(const Frame& frame) const {
  const auto range = cause_of(parsed_, frame);
  return range ? ToldCause{*range, &frame} : ToldCause{};
}

ToldCause CauseClauses::of_state(const Frame& frame) const {
  const FrameArgument* subject = frame.find(ArgumentRole::subject);
  const bool state = frame.kind == Frame::Kind::copula && is_told(frame);
  const Role* what = reading_.find(Role::Slot::subject);
  if (!state || subject == nullptr || what == nullptr || what->wanted) return {};
  if (!phrases_.is_phrase(what->phrase, *subject) || !phrases_.has_words(reading_.rest)) return {};
  for (const Role& role : reading_.roles)
    if (&role != what && !phrases_.has_words(role.phrase.words)) return {};
  return marked(frame);
}

ToldCause CauseClauses::asked_for(const Frame& frame) const {
  const Role* wanted = reading_.wanted_role();
  const Role* effect = reading_.find(Role::Slot::object);
  const bool asked = reading_.wanted == Wanted::thing && reading_.verb == "cause" &&
                     wanted != nullptr && wanted->slot == Role::Slot::subject && !reading_.person;
  const bool told = frame.kind == Frame::Kind::verb && is_told(frame);
  if (!asked || effect == nullptr || !told || phrases_.looks_around()) return {};
  for (const Role& role : reading_.roles)
    if (!role.wanted && !phrases_.has_phrase(role.phrase)) return {};
  const auto names_effect = [&](const FrameArgument& argument) {
    return phrases_.is_phrase(effect->phrase, argument);
  };
  const bool about = std::any_of(frame.arguments.begin(), frame.arguments.end(), names_effect);
  return about ? marked(frame) : ToldCause{};
}

}  // namespace dossier::asking
