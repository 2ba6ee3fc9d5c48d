// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/sentence_clauses.h"

#include <algorithm>

#include "desk/ask/argument_parts.h"
#include "desk/ask/cause_clauses.h"
#include "desk/ask/clause_circumstances.h"
#include "desk/ask/clause_fit.h"
#include "desk/ask/clause_manner.h"
#include "desk/ask/clause_measures.h"
#include "desk/ask/event_nouns.h"
#include "desk/ask/loose_numbers.h"
#include "desk/ask/other_words.h"
#include "desk/ask/phrase_match.h"
#include "desk/ask/reading.h"
#include "desk/ask/role_clauses.h"
#include "desk/ask/tables.h"
#include "desk/ask/value_of_phrase.h"
#include "extract/document.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Argument;
using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;

class ClauseMatcher {
 public:
  ClauseMatcher(const Reading& reading, const SentenceText& source, const extract::Sentence& parsed)
      : reading_(reading),
        parsed_(parsed),
        phrases_(source, parsed),
        fit_(reading, parsed, phrases_),
        other_words_(reading, parsed, phrases_),
        causes_(reading, parsed, phrases_),
        values_(reading, source, parsed),
        roles_(reading, parsed, phrases_, values_) {}

  std::vector<ClauseValue> read() {
    for (const Frame& frame : parsed_.frames) {
      if (reading_.wanted == Wanted::measure)
        add_measure(frame);
      else if (reading_.copula && reading_.wanted == Wanted::cause)
        add_told(causes_.of_state(frame));
      else if (reading_.copula)
        add_all(frame, roles_.values(frame));
      else if (fit_.is_the_verb(frame) && fit_.has_roles(frame))
        add_values(frame);
    }
    if (out_.empty() && !reading_.copula)
      for (const Frame& frame : noun_clauses(parsed_, reading_.verb))
        if (is_told(frame) && fit_.has_roles(frame)) add_values(frame);
    for (const Frame& frame : parsed_.frames)
      if (out_.empty() && reading_.wanted != Wanted::measure) add_other_words(frame);
    if (out_.empty() && phrases_.reads_loosely() && fit_.times_agree())
      if (const auto number = loose_number(reading_, parsed_, phrases_))
        out_.push_back(values_.words_of(*number));
    return std::move(out_);
  }

 private:
  void add_values(const Frame& frame) {
    switch (reading_.wanted) {
      case Wanted::time:
        return add(frame, values_.time_of(frame));
      case Wanted::cause:
        return add_cause(frame);
      case Wanted::manner:
        return add_words(frame, manner_of(parsed_, frame));
      case Wanted::duration:
        return add_duration(frame);
      case Wanted::measure:
        return add_words(frame, measure_in(parsed_, reading_.measure));
      case Wanted::place:
        return add_places(frame);
      case Wanted::thing:
      case Wanted::count:
      case Wanted::amount:
        return add_wanted(frame);
      case Wanted::yes_no:
        return add_whether(frame);
      case Wanted::often:
        return;
    }
  }

  /// A clause of the same form says it or denies it; its place and its partners have to be its own.
  void add_whether(const Frame& frame) {
    if (fit_.has_own_obliques(frame)) add(frame, ClauseValue{"yes", {}, false, {}, 0});
  }

  void add_other_words(const Frame& frame) {
    if (reading_.copula) {
      if (!other_words_.tells_event(frame)) return;
      if (reading_.wanted == Wanted::time) add(frame, values_.time_of(frame));
      if (reading_.wanted == Wanted::place) add_places(frame);
      return;
    }
    if (reading_.wanted == Wanted::cause) add_told(causes_.by_noun(frame));
    if (reading_.wanted == Wanted::manner && reading_.verb == "die" && fit_.has_roles(frame))
      add_words(frame, own_death(parsed_, frame));
    add_words(frame, other_words_.span(frame));
    add_words(frame, other_words_.price(frame));
    add_told(causes_.asked_for(frame));
    const FrameArgument* holder = other_words_.holder(frame);
    if (holder == nullptr) return;
    for (const Argument& member : holder->members)
      add(frame, values_.value_of(member, member.tokens));
  }

  void add(const Frame& frame, std::optional<ClauseValue> value) {
    if (!value || !fit_.times_agree()) return;
    value->negated = frame.negated;
    value->modality = frame.modality;
    value->confidence = frame.confidence;
    out_.push_back(std::move(*value));
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
      if (!here || is_part_of_next(frame, argument)) continue;
      for (const Argument& member : argument.members)
        add(frame, values_.value_of(member, with_place(frame, argument.extent)));
    }
    if (!out_.empty()) return;
    if (wanted->slot != Role::Slot::subject) add_clause(frame, wanted->marker);
    if (role || !out_.empty()) return;
    for (const Argument& nested : nested_arguments(parsed_, frame, wanted->marker))
      add(frame, values_.value_of(nested, nested.tokens));
  }

  /// "recommended replacing the girders", "asked whether the well was safe": a clause is what is
  /// asked for.
  void add_clause(const Frame& frame, const std::string& marker) {
    if (reading_.wanted != Wanted::thing || reading_.person || !reading_.noun.empty()) return;
    for (const FrameArgument& argument : frame.arguments) {
      if (argument.role != ArgumentRole::complement ||
          argument.extent.first >= argument.extent.last)
        continue;
      // Whom is no clause: "asked the board to pay" has its object. "Accused it of paying" is
      // asked for with "of".
      const bool asked = !marker.empty() && argument.marker == marker;
      if (frame.find(ArgumentRole::object) != nullptr && !asked) continue;
      return add(frame, values_.words_of(argument.extent));
    }
  }

  /// What a thing "was blocked by" is why it was, unless somebody did it.
  void add_cause(const Frame& frame) {
    if (const auto range = cause_of(parsed_, frame)) return add_words(frame, range);
    if (add_told(causes_.of(frame))) return;
    const FrameArgument* agent = frame.find(ArgumentRole::subject);
    if (agent == nullptr || values_.names_somebody(agent->members.front()) || !frame.passive)
      return add_words(frame, purpose_of(parsed_, frame));
    add(frame, values_.description_of(agent->members.front()));
  }

  bool add_told(const ToldCause& cause) {
    if (cause.clause != nullptr) add_words(*cause.clause, cause.words);
    return cause.clause != nullptr;
  }

  /// "five months"; "until 15 September".
  void add_duration(const Frame& frame) {
    const auto range = duration_of(parsed_, frame);
    if (range) return add(frame, values_.all_words_of(*range));
    add_words(frame, span_of(parsed_, frame));
  }

  void add_all(const Frame& frame, std::vector<ClauseValue> values) {
    for (ClauseValue& value : values) add(frame, std::move(value));
  }

  void add_words(const Frame& frame, std::optional<extract::TokenRange> range) {
    if (range) add(frame, values_.words_of(*range));
  }

  /// Whose subject is what is measured; "X, which is 5 metres high" has it before the clause.
  void add_measure(const Frame& frame) {
    const auto known = std::find_if(reading_.roles.begin(), reading_.roles.end(),
                                    [](const Role& role) { return !role.wanted; });
    const FrameArgument* subject = frame.find(ArgumentRole::subject);
    if (known == reading_.roles.end() || subject == nullptr || !out_.empty()) return;
    const bool about =
        reading_.copula ? phrases_.is_phrase(known->phrase, *subject) : fit_.has_roles(frame);
    if (about && fit_.tells_measure(frame))
      if (const auto range = quantity_of(parsed_, frame, reading_.measure))
        return add_words(frame, range);
    if (phrases_.is_phrase(known->phrase, *subject))
      add_words(frame, measure_in(parsed_, reading_.measure));
  }

  void add_places(const Frame& frame) {
    for (const FrameArgument& argument : frame.arguments) {
      const bool marked = is_place_marker(argument.marker);
      if (argument.role != ArgumentRole::oblique || !marked) continue;
      for (const Argument& member : argument.members)
        add(frame, values_.place_of(member, argument.marker));
    }
    if (!out_.empty()) return;
    for (const std::string_view marker : {"in", "at", "near"})
      for (const Argument& nested : nested_arguments(parsed_, frame, marker))
        add(frame, values_.place_of(nested, marker));
    if (out_.empty() && phrases_.reads_loosely()) add_media(frame);
  }

  /// "published in the journal X": any name behind "in" is where.
  void add_media(const Frame& frame) {
    for (const FrameArgument& argument : frame.arguments)
      for (const Argument& member : argument.members)
        if (argument.marker == "in" && !argument.time &&
            parsed_.tokens[member.head].upos == extract::Upos::propn)
          add(frame, values_.description_of(member));
  }

  const Reading& reading_;
  const extract::Sentence& parsed_;
  PhraseMatcher phrases_;
  ClauseFit fit_;
  OtherWords other_words_;
  CauseClauses causes_;
  PhraseValues values_;
  RoleClauses roles_;
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
