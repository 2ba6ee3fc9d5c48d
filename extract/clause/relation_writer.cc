// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/relation_writer.h"

#include <algorithm>
#include <utility>

#include "extract/clause/argument_words.h"
#include "extract/clause/relations.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

namespace {

Parts parts_of(const Frame& frame) {
  Parts parts;
  for (const FrameArgument& argument : frame.arguments) {
    const auto take = [&](std::vector<Argument>& into) {
      if (into.empty()) into = argument.members;
    };
    switch (argument.role) {
      case ArgumentRole::subject:
        take(parts.subjects);
        break;
      case ArgumentRole::object:
        take(parts.objects);
        break;
      case ArgumentRole::recipient:
        take(parts.recipients);
        break;
      case ArgumentRole::attribute:
        parts.attribute = &argument;
        break;
      case ArgumentRole::oblique:
        parts.obliques.push_back(&argument);
        break;
      case ArgumentRole::complement:
        parts.complements.push_back(&argument);
        break;
      case ArgumentRole::time:
        if (argument.time && !parts.time) parts.time = argument.time;
        break;
      case ArgumentRole::adverb:
        break;
    }
  }
  return parts;
}

}  // namespace

RelationWriter::RelationWriter(const Sentence& sentence, const Frame& frame)
    : sentence_(sentence), frame_(frame), parts_(parts_of(frame)) {
  factor_ = confidence::of_length(sentence.tokens.size());
}

/// "agreed to ...", "said that ..."; not "because ...".
bool RelationWriter::governs() const {
  return std::any_of(parts_.complements.begin(), parts_.complements.end(),
                     [&](const FrameArgument* one) { return is_governed(*one); });
}

bool RelationWriter::is_governed(const FrameArgument& complement) const {
  if (!complement.frame) return complement.marker == "to" || complement.marker == "that";
  const Construction construction = sentence_.frames[*complement.frame].construction;
  const std::string& marker = complement.marker;
  // "provides for using", "aimed at ending"
  const bool gerund = marker == "for" || marker == "of" || marker == "at" || marker == "from" ||
                      marker == "to" || marker == "on" || marker == "about";
  // "is committed to ending it"
  const bool of_state = frame_.passive || frame_.kind == Frame::Kind::copula;
  if (construction == Construction::adjunct) return gerund && (marker != "to" || of_state);
  return construction != Construction::adverbial;
}

/// "With the blockade, ...": a circumstance, unless it is a place.
bool RelationWriter::is_fronted(const FrameArgument& oblique) const {
  const Argument& member = oblique.members.front();
  const bool where = is_place(member) ||
                     (oblique.marker == "at" && is_event(name(member), token(member.head).lemma));
  if (oblique.extent.last > frame_.predicate.first ||
      (where && oblique.marker.find('_') == std::string::npos))
    return false;
  const FrameArgument* subject = frame_.find(ArgumentRole::subject);
  // "Among the guests was Lund."
  if (subject && frame_.predicate.last <= subject->extent.first) return false;
  for (const FrameArgument& argument : frame_.arguments)
    if (argument.role == ArgumentRole::subject || argument.role == ArgumentRole::object)
      return oblique.extent.last <= argument.extent.first &&
             frame_.construction != Construction::relative;
  return false;
}

bool RelationWriter::is_no_thing(const FrameArgument& oblique) const {
  const auto& pos = token(oblique.members.front().head).upos;
  return pos == Upos::adj || pos == Upos::adv || (pos == Upos::num && oblique.marker == "in");
}

bool RelationWriter::is_amount(const FrameArgument& oblique) const {
  if (parts_.objects.empty() || frame_.passive) return false;
  if (oblique.marker != "to" && oblique.marker != "from" && oblique.marker != "by") return false;
  const auto is_measured = [&](const Argument& argument) {
    const Quantity* const found = quantity(argument);
    return found && (found->unit == "percent" || found->unit.size() == 3);
  };
  // "fell 12 percent to 40 million euros": what fell is the subject.
  return is_measured(oblique.members.front()) && !is_measured(parts_.objects.front());
}

bool RelationWriter::skipped(const FrameArgument& oblique) const {
  // "designated the group as a danger", "was used as a school", "appeared as Eve"
  const bool named =
      oblique.marker == "as" && (is_naming_verb(verb_) || frame_.passive || parts_.objects.empty());
  if ((named || verb_takes(verb_, oblique.marker)) && !oblique.members.empty())
    return is_fronted(oblique);
  return oblique.marker.empty() || oblique.members.empty() || is_circumstance(oblique.marker) ||
         oblique.marker.starts_with("including") || is_amount(oblique) || is_no_thing(oblique) ||
         is_fronted(oblique);
}

const Quantity* RelationWriter::quantity(const Argument& argument) const {
  const auto found =
      std::find_if(sentence_.quantities.begin(), sentence_.quantities.end(),
                   [&](const Quantity& one) { return one.tokens.contains(argument.head); });
  return found == sentence_.quantities.end() ? nullptr : &*found;
}

const Mention* RelationWriter::name(const Argument& argument) const {
  for (const Mention& mention : sentence_.mentions)
    if (mention.tokens.contains(argument.head)) return &mention;
  return nullptr;
}

bool RelationWriter::is_place(const Argument& argument) const {
  const Mention* mention = name(argument);
  return mention && extract::is_place(mention->type);
}

bool RelationWriter::is_pronoun(const Argument& argument) const {
  return token(argument.head).xpos == Xpos::prp || token(argument.head).xpos == Xpos::dt;
}

/// "whose brother", "what role": not known whose, which; but "whose brother Otto". A bare "that" is
/// no thing.
bool RelationWriter::is_open(const Argument& argument) const {
  const Token& first = token(argument.tokens.first);
  const bool that = first.xpos == Xpos::in && argument.tokens.last == argument.tokens.first + 1;
  return (first.xpos.is(Xpos::w) && !name(argument)) || that;
}

/// "each other", "one another"
bool RelationWriter::is_reciprocal(const Argument& argument) const {
  const std::string& first = token(argument.tokens.first).text;
  if (argument.tokens.last - argument.tokens.first > 2) return false;
  const std::string& second = token(argument.tokens.last - 1).text;
  return (first == "each" && second == "other") || (first == "one" && second == "another");
}

void RelationWriter::find_place() {
  for (const FrameArgument* oblique : parts_.obliques)
    if (oblique->members.size() == 1 && (oblique->marker == "in" || oblique->marker == "at") &&
        is_place(oblique->members.front()) && !place_)
      place_ = oblique->members.front();
}

Clause RelationWriter::base(const Argument& subject, const std::string& relation, double sureness,
                            const std::string& rule) const {
  Clause clause;
  clause.subject = subject;
  clause.predicate = frame_.predicate;
  clause.relation = relation_name(relation);
  clause.negated = frame_.negated;
  clause.modality = frame_.modality;
  clause.attributed = frame_.attributed;
  clause.time = parts_.time;
  clause.confidence = confidence::bounded(sureness * factor_);
  clause.rule = rule;
  return clause;
}

void RelationWriter::add(const std::vector<Argument>& subjects, const std::string& relation,
                         const std::vector<Argument>& objects, double sureness,
                         const std::string& rule, bool passive) {
  if (objects.size() == 1 && is_reciprocal(objects.front())) {
    if (subjects.size() > 1) add(subjects, relation, subjects, sureness, rule, passive);
    return;
  }
  for (const Argument& subject : subjects) {
    for (const Argument& object : objects) {
      if (subject.tokens == object.tokens || is_open(subject) || is_open(object)) continue;
      Clause clause = base(subject, relation, sureness, rule);
      clause.object = object;
      if (const auto own = own_time(object)) clause.time = own;
      clause.passive_without_agent = passive;
      const bool tells_place = relation.ends_with("_in") || relation.ends_with("_at");
      if (!tells_place) clause.place = place_;
      clauses_.push_back(std::move(clause));
    }
  }
}

void RelationWriter::add_bare(const std::vector<Argument>& subjects, double sureness,
                              bool passive) {
  // "after leaving", but not "Founded in 1923, it left"
  if (frame_.construction == Construction::adjunct && !has_time()) return;
  for (const Argument& subject : subjects) {
    if (is_open(subject)) continue;
    Clause clause = base(subject, verb_, sureness, rule());
    clause.passive_without_agent = passive;
    clause.place = place_;
    clauses_.push_back(std::move(clause));
  }
}

bool RelationWriter::has_time() const {
  return std::any_of(
      frame_.arguments.begin(), frame_.arguments.end(),
      [](const FrameArgument& one) { return one.role == ArgumentRole::time && one.time; });
}

std::string RelationWriter::rule() const {
  switch (frame_.construction) {
    case Construction::main:
    case Construction::complement:
    case Construction::adverbial:
      return frame_.passive ? "passive" : "svo";
    default:
      return std::string(name_of(frame_.construction));
  }
}

}  // namespace dossier::extract::clause
