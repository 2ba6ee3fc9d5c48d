// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/sentence_clauses.h"

#include <algorithm>
#include <array>
#include <optional>

#include "desk/ask/event_nouns.h"
#include "desk/ask/phrase_match.h"
#include "desk/ask/reading.h"
#include "desk/ask/tables.h"
#include "desk/ask/value_of_phrase.h"
#include "extract/document.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

using extract::Argument;
using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;

constexpr std::array<std::string_view, 10> kPlaceMarkers{
    "in", "at", "to", "from", "near", "into", "on", "outside", "through", "across"};

std::optional<ArgumentRole> role_of(Role::Slot slot) {
  if (slot == Role::Slot::subject) return ArgumentRole::subject;
  if (slot == Role::Slot::object) return ArgumentRole::object;
  if (slot == Role::Slot::attribute) return ArgumentRole::attribute;
  return std::nullopt;
}

class ClauseMatcher {
 public:
  ClauseMatcher(const Reading& reading, const SentenceText& source, const extract::Sentence& parsed)
      : reading_(reading),
        parsed_(parsed),
        phrases_(source, parsed),
        values_(reading, source, parsed) {}

  std::vector<ClauseValue> read() {
    for (const Frame& frame : parsed_.frames) {
      if (reading_.copula)
        add_role(frame);
      else if (is_the_verb(frame) && has_roles(frame))
        add_values(frame);
    }
    if (out_.empty() && !reading_.copula)
      for (const Frame& frame : noun_clauses(parsed_, reading_.verb))
        if (!frame.question && !frame.denied && has_roles(frame)) add_values(frame);
    return std::move(out_);
  }

 private:
  /// "Who commands X?": the "commander of X".
  bool is_its_post(const Frame& frame) const {
    const Term post = Term::iri(vocabulary::iri(vocabulary::kRelation, frame.lemma + "_of"));
    const std::vector<Term> posts = verb_properties(reading_.verb, "").forward;
    return !frame.former && std::find(posts.begin(), posts.end(), post) != posts.end();
  }

  bool is_the_verb(const Frame& frame) const {
    if (frame.kind == Frame::Kind::role) return is_its_post(frame);
    const bool clause = frame.kind == Frame::Kind::verb || frame.kind == Frame::Kind::noun;
    if (!clause || frame.question || frame.denied) return false;
    if (frame.lemma == reading_.lemma || frame.lemma == reading_.verb) return true;
    const std::vector<std::string> others = synonyms(reading_.verb);
    return std::find(others.begin(), others.end(), frame.lemma) != others.end();
  }

  /// Each role that the question names stands at its place of the clause; what stands behind a
  /// preposition may stand anywhere in the sentence.
  bool has_roles(const Frame& frame) const {
    for (const Role& role : reading_.roles)
      if (!role.wanted && !has_role(frame, role)) return false;
    return phrases_.has_words(reading_.rest);
  }

  bool has_role(const Frame& frame, const Role& role) const {
    const std::optional<ArgumentRole> wanted = role_of(role.slot);
    bool filled = false;
    for (const FrameArgument& argument : frame.arguments) {
      if (wanted ? argument.role != *wanted : argument.role == ArgumentRole::subject) continue;
      filled = filled || !argument.members.empty();
      if (!argument.members.empty() && phrases_.is_phrase(role.phrase, argument)) return true;
    }
    // "The UK is at the forefront, having committed ...": who does it stands before the clause.
    if (wanted == ArgumentRole::subject && !filled)
      return phrases_.names_before(role.phrase, frame.head);
    return !wanted && phrases_.has_phrase(role.phrase);
  }

  void add_values(const Frame& frame) {
    switch (reading_.wanted) {
      case Wanted::time:
        return add(frame, values_.time_of(frame));
      case Wanted::place:
        return add_places(frame);
      case Wanted::thing:
      case Wanted::count:
      case Wanted::amount:
        return add_wanted(frame);
      case Wanted::yes_no:
      case Wanted::often:
        return;
    }
  }

  void add(const Frame& frame, std::optional<ClauseValue> value) {
    if (!value || !times_agree()) return;
    value->negated = frame.negated;
    value->modality = frame.modality;
    value->confidence = frame.confidence;
    out_.push_back(std::move(*value));
  }

  /// A time of the question stands in the sentence.
  bool times_agree() const {
    return std::all_of(reading_.times.begin(), reading_.times.end(),
                       [&](const TimeLimit& limit) { return phrases_.has_words(limit.words); });
  }

  void add_wanted(const Frame& frame) {
    const Role* wanted = reading_.wanted_role();
    if (wanted == nullptr) return;
    const std::optional<ArgumentRole> role = role_of(wanted->slot);
    for (const FrameArgument& argument : frame.arguments) {
      const bool here = role ? argument.role == *role
                             : (argument.role == ArgumentRole::oblique ||
                                argument.role == ArgumentRole::recipient) &&
                                   marker_of(argument) == wanted->marker;
      if (!here) continue;
      for (const Argument& member : argument.members) add(frame, values_.value_of(member));
    }
    if (role || !out_.empty()) return;
    for (const Argument& nested : nested_arguments(parsed_, frame, wanted->marker))
      add(frame, values_.value_of(nested));
  }

  /// "X, the envoy of Y": who that is, or what X is.
  void add_role(const Frame& frame) {
    const bool role = frame.kind == Frame::Kind::role || frame.kind == Frame::Kind::apposition;
    if (!role || frame.former || reading_.wanted != Wanted::thing) return;
    const FrameArgument* subject = frame.find(ArgumentRole::subject);
    const Role* wanted = reading_.wanted_role();
    if (subject == nullptr || wanted == nullptr) return;
    if (wanted->slot == Role::Slot::subject) return add_holder(frame, *subject);
    const Role* known = reading_.find(Role::Slot::subject);
    if (known == nullptr || known->wanted || !phrases_.is_phrase(known->phrase, *subject)) return;
    const FrameArgument* what = frame.find(ArgumentRole::attribute);
    if (what != nullptr && describes(what->members.front()))
      add(frame, values_.description_of(what->members.front()));
  }

  /// "X, a baker, and his wife Y, 36": neither the wife nor her age says what X is.
  bool describes(const Argument& said) const {
    return parsed_.tokens[said.head].upos != extract::Upos::num &&
           std::none_of(parsed_.mentions.begin(), parsed_.mentions.end(),
                        [&](const extract::Mention& name) {
                          return name.type == extract::MentionType::person &&
                                 name.tokens.contains(said.head);
                        });
  }

  void add_holder(const Frame& frame, const FrameArgument& subject) {
    extract::TokenRange range = frame.predicate;
    for (const FrameArgument& argument : frame.arguments)
      if (argument.role != ArgumentRole::subject)
        range = {std::min(range.first, argument.extent.first),
                 std::max(range.last, argument.extent.last)};
    for (const Role& role : reading_.roles)
      if (!role.wanted && !phrases_.has_words(role.phrase.words, range)) return;
    for (const Argument& member : subject.members) add(frame, values_.value_of(member));
  }

  static std::string marker_of(const FrameArgument& argument) {
    return argument.role == ArgumentRole::recipient ? "to" : argument.marker;
  }

  void add_places(const Frame& frame) {
    for (const FrameArgument& argument : frame.arguments) {
      const bool marked = std::find(kPlaceMarkers.begin(), kPlaceMarkers.end(), argument.marker) !=
                          kPlaceMarkers.end();
      if (argument.role != ArgumentRole::oblique || !marked) continue;
      for (const Argument& member : argument.members)
        add(frame, values_.place_of(member, argument.marker));
    }
    if (!out_.empty()) return;
    for (const std::string_view marker : {"in", "at", "near"})
      for (const Argument& nested : nested_arguments(parsed_, frame, marker))
        add(frame, values_.place_of(nested, marker));
  }

  const Reading& reading_;
  const extract::Sentence& parsed_;
  PhraseMatcher phrases_;
  PhraseValues values_;
  std::vector<ClauseValue> out_;
};

}  // namespace

std::vector<ClauseValue> clause_values(const Reading& reading, const SentenceText& sentence) {
  const extract::Analysis analysis = analysed(sentence.text, true, sentence.date);
  std::vector<ClauseValue> out;
  for (const extract::Sentence& parsed : analysis.sentences) {
    const std::vector<ClauseValue> found = ClauseMatcher(reading, sentence, parsed).read();
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

}  // namespace dossier::asking
