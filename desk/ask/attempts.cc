// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/attempts.h"

#include <algorithm>
#include <functional>

#include "desk/ask/tables.h"
#include "dossier/views.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

using Slot = Role::Slot;
/// The relations of a step for what stands behind a preposition; "" for the object.
using RelationNamer = std::function<std::vector<Term>(const std::string& marker)>;

class Ladder {
 public:
  Ladder(const Reading& reading, const Relations& relations)
      : reading_(reading), relations_(relations) {
    for (const Role& role : reading.roles) {
      if (role.wanted) wanted_ = &role;
      if (role.slot == Slot::subject && !role.wanted) subjects_.push_back(&role);
      if ((role.slot == Slot::object || role.slot == Slot::attribute) && !role.wanted)
        objects_.push_back(&role);
      if (role.slot == Slot::oblique && !role.wanted) obliques_.push_back(&role);
    }
  }

  std::vector<Attempt> climb() {
    step(std::string(kSameRelation), [&](const std::string& marker) {
      const std::string to = reading_.control.empty() ? "" : reading_.control + "_to_";
      const std::vector<Term> out = named(to + reading_.lemma, to + reading_.verb, marker);
      return out.empty() ? named(reading_.lemma, reading_.verb, marker) : out;
    });
    step(std::string(kSameVerb), [&](const std::string& marker) { return same_verb(marker); });
    properties();
    // Who bought it once may have sold it.
    if (!reading_.now) family_step();
    for (const std::string& synonym : synonyms(reading_.verb))
      step("a word for it: " + synonym,
           [&](const std::string& marker) { return named(synonym, synonym, marker); });
    step("a relation like it", [&](const std::string&) { return relations_.like(reading_.verb); });
    return std::move(out_);
  }

 private:
  std::vector<Term> named(const std::string& lemma, const std::string& verb,
                          const std::string& marker) const {
    if (marker.empty()) return relations_.named({lemma, verb});
    return relations_.named({lemma + "_" + marker, verb + "_" + marker});
  }

  /// What is asked for behind a preposition stands behind that one, whatever is before it.
  std::vector<Term> same_verb(const std::string& marker) const {
    std::vector<Term> out = relations_.of_verb(reading_.verb);
    const bool asked = wanted_ != nullptr && wanted_->slot == Slot::oblique;
    if (asked && !marker.empty())
      std::erase_if(out, [&](const Term& term) { return !term.value().ends_with("_" + marker); });
    return out;
  }

  void step(const std::string& name, const RelationNamer& namer) {
    name_ = name;
    namer_ = namer;
    if (wanted_ != nullptr && wanted_->slot == Slot::subject) return wanted_subject();
    if (wanted_ != nullptr && wanted_->slot != Slot::oblique) return wanted_object();
    if (wanted_ != nullptr) return wanted_oblique();
    known_roles();
  }

  /// Roles but these two: their words have to be in the sentence.
  std::vector<const Role*> others(const Role* a, const Role* b) const {
    std::vector<const Role*> out;
    for (const Role& role : reading_.roles)
      if (!role.wanted && &role != a && &role != b) out.push_back(&role);
    return out;
  }

  void add(const std::string& marker, const Role* subject, const Role* object, AnswerPart part,
           const std::string& argument = "", bool place_only = false) {
    Attempt attempt{name_, namer_(marker), subject,   object, others(subject, object),
                    part,  argument,       place_only};
    if (!attempt.relations.empty()) out_.push_back(std::move(attempt));
  }

  const Role* subject() const { return subjects_.empty() ? nullptr : subjects_.front(); }
  const Role* object() const { return objects_.empty() ? nullptr : objects_.front(); }

  void wanted_subject() {
    if (object() != nullptr) add("", nullptr, object(), AnswerPart::subject);
    for (const Role* oblique : obliques_)
      add(oblique->marker, nullptr, oblique, AnswerPart::subject);
    if (object() == nullptr) add("", nullptr, nullptr, AnswerPart::subject);
  }

  void wanted_object() {
    if (reading_.passive && subject() == nullptr) {
      // "X was appointed": without an agent the fact is about what it is done to.
      add("", nullptr, nullptr, AnswerPart::object);
      for (const Role* oblique : obliques_)
        add(oblique->marker, nullptr, oblique, AnswerPart::subject);
      add("", nullptr, nullptr, AnswerPart::subject);
      return;
    }
    add("", subject(), nullptr, AnswerPart::object);
  }

  void wanted_oblique() {
    const std::string& marker = wanted_->marker;
    const Role* const acted = acted_on();
    add(marker, acted, nullptr, AnswerPart::object);
    const Role* const object_role = reading_.passive ? nullptr : object();
    add("", acted, object_role, AnswerPart::argument, marker);
    if (marker == "in" || marker == "at" || marker == "near" || marker == "on")
      add("", acted, object_role, AnswerPart::place);
    if (marker == "by") add("", nullptr, object(), AnswerPart::subject);
  }

  /// The subject; of a passive without an agent, what it is done to.
  const Role* acted_on() const {
    return subject() == nullptr && reading_.passive ? object() : subject();
  }

  /// When, where, whether: the roles are known.
  void known_roles() {
    if (reading_.wanted == Wanted::place) return places();
    const AnswerPart part = reading_.wanted == Wanted::time ? AnswerPart::time : AnswerPart::fact;
    known_roles(part);
  }

  void known_roles(AnswerPart part) {
    if (object() != nullptr) {
      if (subject() != nullptr) {
        add("", subject(), object(), part);
      } else {
        add("", nullptr, object(), part);
        if (reading_.passive) add("", object(), nullptr, part);
      }
    }
    for (const Role* oblique : obliques_) add(oblique->marker, acted_on(), oblique, part);
    if (object() == nullptr)
      add("", subject(), nullptr, part);
    else if (subject() != nullptr)
      add("", subject(), nullptr, part);
  }

  void places() {
    known_roles(AnswerPart::place);
    for (const std::string_view marker : kPlaceMarkers)
      add(std::string(marker), acted_on(), nullptr, AnswerPart::object, "", true);
    for (const std::string_view marker : {"in", "at", "to"})
      if (object() != nullptr || subject() != nullptr)
        add("", subject(), object(), AnswerPart::argument, std::string(marker), true);
    // "Where will X travel": "visit" has the place as its object.
    add("", subject(), nullptr, AnswerPart::object, "", true);
  }

  /// schema:founder of "found": the relation is turned when the property is of the object.
  void properties() {
    for (const Role& role : reading_.roles)
      if (role.slot == Slot::oblique) property(verb_properties(reading_.verb, role.marker), &role);
    property(verb_properties(reading_.lemma, ""), nullptr);
    if (reading_.lemma != reading_.verb) property(verb_properties(reading_.verb, ""), nullptr);
    if (wanted_ == nullptr && reading_.wanted == Wanted::place)
      for (const char* marker : {"in", "at"})
        property(verb_properties(reading_.lemma, marker), nullptr);
  }

  void property(const Properties& found, const Role* oblique) {
    const Role* const value = oblique != nullptr ? oblique : reading_.find(Slot::object);
    property_attempt(found.forward, acted_on(), value == acted_on() ? nullptr : value);
    property_attempt(found.inverse, value, acted_on() == value ? nullptr : acted_on());
  }

  void property_attempt(const std::vector<Term>& properties, const Role* subject,
                        const Role* object) {
    Attempt attempt;
    attempt.step = "a property of it";
    attempt.relations = relations_.known(properties);
    if (reading_.now) leave_out_acquisitions(attempt.relations);
    if (attempt.relations.empty()) return;
    const bool subject_known = subject != nullptr && !subject->wanted;
    const bool object_known = object != nullptr && !object->wanted;
    if (!subject_known && !object_known) return;
    attempt.subject = subject_known ? subject : nullptr;
    attempt.object = object_known ? object : nullptr;
    if (reading_.wanted == Wanted::time) {
      keep(attempt, "Date", AnswerPart::object);
    } else if (reading_.wanted == Wanted::place) {
      leave_out_dates(attempt.relations);
      attempt.part = AnswerPart::object;
      attempt.place_only = true;
      if (!object_known && !attempt.relations.empty()) out_.push_back(std::move(attempt));
    } else if (wanted_ == nullptr) {
      attempt.part = AnswerPart::fact;
      if (subject_known && object_known) out_.push_back(std::move(attempt));
    } else if (subject_known != object_known) {
      leave_out_dates(attempt.relations);
      attempt.part = subject_known ? AnswerPart::object : AnswerPart::subject;
      if (!attempt.relations.empty()) out_.push_back(std::move(attempt));
    }
  }

  /// A date is the value of the property itself, or the time of the fact.
  void keep(Attempt attempt, std::string_view suffix, AnswerPart part) {
    if (attempt.object == nullptr || attempt.subject == nullptr) {
      Attempt dates = attempt;
      std::erase_if(dates.relations,
                    [&](const Term& term) { return !term.value().ends_with(suffix); });
      dates.part = part;
      if (!dates.relations.empty() && dates.subject != nullptr && dates.object == nullptr)
        out_.push_back(std::move(dates));
    }
    attempt.part = AnswerPart::time;
    out_.push_back(std::move(attempt));
  }

  /// The other relations of the family that the question's relation belongs to.
  void family_step() {
    std::vector<std::string> own{reading_.lemma, reading_.verb};
    for (const Role& role : reading_.roles)
      if (role.slot == Slot::oblique) own.push_back(reading_.lemma + "_" + role.marker);
    for (const RelationFamily& family : families_with(own)) {
      const std::vector<std::string> locals(family.relations.begin(), family.relations.end());
      step("the family: " + std::string(family.name),
           [&](const std::string&) { return relations_.named(locals); });
      if (wanted_ == nullptr || wanted_->slot != Slot::oblique) continue;
      add("", acted_on(), nullptr, AnswerPart::object);
    }
  }

  const Reading& reading_;
  const Relations& relations_;
  const Role* wanted_ = nullptr;
  std::vector<const Role*> subjects_, objects_, obliques_;
  std::string name_;
  RelationNamer namer_;
  std::vector<Attempt> out_;
};

}  // namespace

std::vector<Attempt> attempts(const Reading& reading, const Relations& relations) {
  if (reading.verb.empty() || reading.copula) return {};
  return Ladder(reading, relations).climb();
}

}  // namespace dossier::asking
