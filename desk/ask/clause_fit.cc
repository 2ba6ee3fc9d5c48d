// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/clause_fit.h"

#include <algorithm>

#include "desk/ask/argument_parts.h"
#include "desk/ask/clause_measures.h"
#include "desk/ask/tables.h"
#include "desk/views/periods.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

using extract::Argument;
using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;

bool is_within(const extract::TimeExpression& time, const TimeLimit& limit) {
  if (time.value.empty() || !limit.month.empty()) return false;
  const std::string& end = time.value_end.empty() ? time.value : time.value_end;
  return (limit.from.empty() || first_day(time.value) >= first_day(limit.from)) &&
         (limit.to.empty() || last_day(end) <= last_day(limit.to));
}

}  // namespace

std::optional<ArgumentRole> role_of(Role::Slot slot) {
  if (slot == Role::Slot::subject) return ArgumentRole::subject;
  if (slot == Role::Slot::object) return ArgumentRole::object;
  if (slot == Role::Slot::attribute) return ArgumentRole::attribute;
  return std::nullopt;
}

/// "Who commands X?": the "commander of X".
bool ClauseFit::is_its_post(const Frame& frame) const {
  const Term post = Term::iri(vocabulary::iri(vocabulary::kRelation, frame.lemma + "_of"));
  const std::vector<Term> posts = verb_properties(reading_.verb, "").forward;
  return !frame.former && std::find(posts.begin(), posts.end(), post) != posts.end();
}

bool ClauseFit::is_the_verb(const Frame& frame) const {
  if (frame.kind == Frame::Kind::role) return is_its_post(frame);
  const bool clause = frame.kind == Frame::Kind::verb || frame.kind == Frame::Kind::noun;
  if (!clause || !is_told(frame)) return false;
  if (frame.lemma == reading_.lemma || frame.lemma == reading_.verb) return true;
  const std::vector<std::string> others = synonyms(reading_.verb);
  return std::find(others.begin(), others.end(), frame.lemma) != others.end();
}

bool ClauseFit::tells_measure(const Frame& frame) const {
  const bool clause = frame.kind == Frame::Kind::verb && is_told(frame);
  const std::string verb = frame.lemma.substr(0, frame.lemma.find('_'));
  const std::vector<std::string> others = measure_verbs(reading_.measure);
  return clause && ((!reading_.copula && verb == reading_.verb) ||
                    std::find(others.begin(), others.end(), verb) != others.end());
}

/// Each role that the question names stands at its place of the clause; what stands behind a
/// preposition may stand anywhere in the sentence, or around it where that is looked at, but not
/// where the clause has something else behind that preposition.
bool ClauseFit::has_roles(const Frame& frame) const {
  for (const Role& role : reading_.roles)
    if (!role.wanted && !has_role(frame, role)) return false;
  return phrases_.has_words(reading_.rest);
}

bool ClauseFit::has_role(const Frame& frame, const Role& role) const {
  const std::optional<ArgumentRole> wanted = role_of(role.slot);
  bool filled = false;
  for (const FrameArgument& argument : frame.arguments) {
    if (wanted ? argument.role != *wanted : argument.role == ArgumentRole::subject) continue;
    filled = filled || !argument.members.empty();
    if (!argument.members.empty() && phrases_.is_phrase(role.phrase, argument)) return true;
  }
  // "The UK is at the forefront, having committed ...": who does it stands before the clause.
  if (wanted == ArgumentRole::subject && !filled) {
    const bool before = phrases_.names_before(role.phrase, frame.head);
    if (before || !phrases_.reads_loosely()) return before;
  }
  if (wanted && phrases_.reads_loosely()) return may_have_role(frame, role);
  if (wanted) return false;
  if (phrases_.has_phrase(role.phrase)) return !says_other(frame, role);
  // "The work was paid for": what stands behind the preposition elsewhere.
  return phrases_.reads_loosely() &&
         std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const auto& argument) {
           const bool there = frame.passive ? argument.role == ArgumentRole::object
                                            : argument.marker == role.marker;
           return there && !argument.members.empty() &&
                  phrases_.is_meant(role.phrase, argument.members.front());
         });
}

/// Nothing else stands at its place, and it stands at no other place of the clause.
bool ClauseFit::may_have_role(const Frame& frame, const Role& role) const {
  const FrameArgument* there = frame.find(*role_of(role.slot));
  const bool found = phrases_.has_phrase(role.phrase);
  if (!found && (there == nullptr || !phrases_.is_meant(role.phrase, there->members.front())))
    return false;
  const ArgumentRole wanted = *role_of(role.slot);
  // Whoever did it: not just anybody who is named nearby.
  if (wanted == ArgumentRole::subject && there == nullptr) return false;
  for (const FrameArgument& argument : frame.arguments) {
    if (argument.members.empty()) continue;
    const bool other_place = argument.role != wanted && argument.role != ArgumentRole::oblique;
    if (other_place && phrases_.is_phrase(role.phrase, argument)) return false;
    if (argument.role != wanted) continue;
    const bool stands = std::all_of(
        argument.members.begin(), argument.members.end(),
        [&](const Argument& member) { return phrases_.may_stand_for(role.phrase, member); });
    if (!stands) return false;
  }
  return true;
}

bool ClauseFit::has_own_obliques(const Frame& frame) const {
  return std::all_of(reading_.roles.begin(), reading_.roles.end(), [&](const Role& role) {
    if (role.slot != Role::Slot::oblique) return true;
    return std::any_of(frame.arguments.begin(), frame.arguments.end(),
                       [&](const FrameArgument& argument) {
                         return argument.marker == role.marker && !argument.members.empty() &&
                                phrases_.is_phrase(role.phrase, argument);
                       });
  });
}

bool ClauseFit::says_other(const Frame& frame, const Role& role) const {
  if (!phrases_.looks_around()) return false;
  for (const FrameArgument& argument : frame.arguments)
    for (const Argument& member : argument.members)
      if (argument.role == ArgumentRole::oblique && argument.marker == role.marker &&
          parsed_.tokens[member.head].upos != extract::Upos::pron)
        return true;
  return false;
}

/// A time of the question stands in the sentence, or a time of the sentence lies in it.
bool ClauseFit::times_agree() const {
  return std::all_of(reading_.times.begin(), reading_.times.end(), [&](const TimeLimit& limit) {
    return phrases_.has_words(limit.words) ||
           std::any_of(parsed_.times.begin(), parsed_.times.end(),
                       [&](const auto& time) { return is_within(time, limit); });
  });
}

}  // namespace dossier::asking
