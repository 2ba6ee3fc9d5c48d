// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/relations.h"

#include <algorithm>

#include "extract/clause/relation_maker.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

namespace {

bool is_goal(const std::string& preposition) {
  return preposition == "to" || preposition == "from" || preposition == "with" ||
         preposition == "into" || preposition == "at" || preposition == "against" ||
         preposition == "as";
}

}  // namespace

std::vector<Clause> RelationMaker::make() {
  if (frame_.denied && !continues()) return {};
  if (tells_nothing() || is_about_time()) return {};
  if (parts_.subjects.empty() && !(frame_.passive && !parts_.objects.empty())) return {};
  find_place();
  if (frame_.kind == Frame::Kind::noun)
    event();
  else if (frame_.kind == Frame::Kind::copula)
    copula();
  else if (frame_.passive && is_stative())
    stative();
  else if (frame_.passive)
    passive();
  else if (!parts_.objects.empty())
    transitive();
  else if (parts_.attribute)
    linking();
  else
    intransitive();
  return std::move(clauses_);
}

/// "hold_talks" is "hold" with "talks" for its object.
void RelationMaker::split_light() {
  verb_ = frame_.lemma;
  if (parts_.objects.empty()) return;
  const Token& noun = token(parts_.objects.front().head);
  for (const std::string& form : {ascii_lower(noun.text), noun.lemma}) {
    if (!verb_.ends_with("_" + form)) continue;
    verb_.resize(verb_.size() - form.size() - 1);
    light_ = frame_.lemma;
    return;
  }
}

/// "We would like X to act", "he thinks": only the embedded clause is worth keeping.
bool RelationMaker::tells_nothing() const {
  if (verb_ == "like" && frame_.modality == Modality::hoped) return true;
  return is_clause_only_verb(verb_) && !keeps_silent() && verb_ != "agree" && verb_ != "decide" &&
         verb_ != "argue" && verb_ != "insist";
}

/// "refused to say how many died": that is told even if what they did not say is not.
bool RelationMaker::keeps_silent() const {
  return frame_.negated && frame_.construction == Construction::control && is_reporting_verb(verb_);
}

/// "tried to repair": not known to have happened, but tried.
bool RelationMaker::continues() {
  if (frame_.construction != Construction::control || !frame_.governor) return false;
  const Frame& above = sentence_.frames[*frame_.governor];
  if (above.denied || above.kind != Frame::Kind::verb || above.passive || !has_object() ||
      takes_clause(above.lemma))
    return false;
  for (const FrameArgument& argument : above.arguments)
    if (argument.role == ArgumentRole::object || argument.role == ArgumentRole::recipient)
      return false;
  verb_ = above.lemma + "_to_" + verb_;
  light_.clear();
  return token(frame_.head).xpos == Xpos::vb;
}

/// "a time that is gone"
bool RelationMaker::is_about_time() const {
  const std::vector<Argument>& who = parts_.subjects.empty() ? parts_.objects : parts_.subjects;
  return who.size() == 1 && is_time_noun(token(who.front().head).lemma) &&
         token(who.front().head).upos == Upos::noun;
}

bool RelationMaker::has_object() const {
  return !parts_.objects.empty() || !parts_.obliques.empty();
}

void RelationMaker::passive() {
  if (!parts_.subjects.empty()) {
    add(parts_.subjects, verb_, parts_.objects, sure(), rule());
    for (const FrameArgument* oblique : parts_.obliques) {
      if (skipped(*oblique)) continue;
      if (oblique->marker == "as") {  // "founded by X as a port": what it was founded as
        add(parts_.objects, verb_ + "_as", oblique->members, sure() * confidence::kOfAgent, rule(),
            true);
        continue;
      }
      // "discussed by X with Y", "sent by X to Y": the agent takes the other arguments.
      if (!is_goal(oblique->marker)) continue;
      add(parts_.subjects, verb_ + "_" + oblique->marker, oblique->members,
          sure() * confidence::kOfAgent, rule());
    }
    return;
  }
  if (!parts_.recipients.empty())
    add(parts_.objects, verb_ + "_to", parts_.recipients, sure() * confidence::kRecipientOfPassive,
        rule(), true);
  if (parts_.attribute) return add_attribute(parts_.objects, true);
  if (add_obliques(parts_.objects, verb_, sure() * confidence::kOblique, rule(), true) == 0 &&
      !governs())
    add_bare(parts_.objects, sure() * confidence::kBarePassive, true);
}

/// "his visit to Oslo", "talks with X".
void RelationMaker::event() {
  const bool alone = parts_.obliques.empty() && (frame_.passive || parts_.objects.empty());
  if (alone) {  // "after her arrest in 1943"
    const auto& who = frame_.passive ? parts_.objects : parts_.subjects;
    return add_bare(who, sure() * confidence::kBareVerb, frame_.passive);
  }
  add(parts_.subjects, verb_, parts_.objects, sure(), rule());
  if (frame_.passive)
    add_obliques(parts_.objects, verb_, sure(), rule(), true);
  else
    for (const FrameArgument* oblique : parts_.obliques)
      add(parts_.subjects, frame_.lemma + "_" + oblique->marker, oblique->members, sure(), rule());
}

void RelationMaker::transitive() {
  if (!parts_.recipients.empty())
    add(parts_.subjects, verb_ + "_to", parts_.recipients, sure() * confidence::kRecipient, rule());
  const Argument& object = parts_.objects.front();
  if (is_half_said()) {
    // "allows Lund to leave" says no more than that Lund may leave.
    if (!name(object) || object_control(verb_) != Modality::possible) add_whole(object);
  } else if (!is_idiom(object))
    add(parts_.subjects, verb_, parts_.objects,
        sure() * (is_pronoun(object) ? confidence::kPronounObject : 1.0), rule());
  if (parts_.attribute) add_attribute(parts_.objects, true);
  bool light = !light_.empty();
  for (const FrameArgument* oblique : parts_.obliques) {
    if (skipped(*oblique)) continue;
    // "designated the group as a danger": that is what the group was designated as.
    if (oblique->marker == "as" || (oblique->marker == "after" && verb_takes(verb_, "after"))) {
      add(parts_.objects, verb_ + "_" + oblique->marker, oblique->members,
          sure() * confidence::kOblique, rule(), true);
      continue;
    }
    const double weight = confidence::of_oblique_beside_object(oblique->confidence);
    if (light && oblique->extent.first >= object.tokens.first && !is_duration(*oblique)) {
      add(parts_.subjects, light_ + "_" + oblique->marker, oblique->members,
          sure() * (weight + confidence::kLightVerbBonus), rule());
      light = false;
      continue;
    }
    if (oblique->marker == "in" && is_place(oblique->members.front())) continue;
    const bool name_before = name(object) || is_pronoun(object);
    if (!is_goal(oblique->marker) && !name_before) continue;
    // Without its object the relation is incomplete: "sent (what?) to X".
    add(parts_.subjects, verb_ + "_" + oblique->marker, oblique->members,
        sure() * weight * confidence::kWithoutObject, rule());
  }
  if (light && is_idiom(object)) {
    verb_ = light_;
    add_bare(parts_.subjects, sure() * confidence::kBareVerb, false);
  }
}

void RelationMaker::intransitive() {
  // "told reporters that ...", "urged the farmers to leave"
  if (!parts_.recipients.empty() && governs() && !frame_.negated && !is_half_said())
    return add(parts_.subjects, verb_, parts_.recipients, sure() * confidence::kRecipient, rule());
  if (frame_.negated && is_showing_verb(verb_) && add_content()) return;
  if (verb_ == "be") {  // "there are"
    add_obliques(parts_.subjects, verb_, sure() * confidence::kThereIs, rule(), false);
    return;
  }
  if (add_obliques(parts_.subjects, verb_, sure() * confidence::kOblique, rule(), false) > 0)
    return;
  const bool silent =
      keeps_silent() || (frame_.negated && is_reporting_verb(verb_) && !is_clause_only_verb(verb_));
  if ((governs() && !keeps_silent()) || (takes_clause(verb_) && !silent) || verb_ == "have" ||
      verb_ == "do" || verb_ == "let" || verb_ == "seem" || verb_ == "go")
    return;
  add_bare(parts_.subjects, sure() * confidence::kBareVerb, false);
}

std::string relation_name(std::string_view words) {
  std::string result;
  for (const char c : ascii_lower(words)) {
    if (c == '\'') continue;  // "women's affairs minister"
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (plain)
      result += c;
    else if (!result.empty() && result.back() != '_')
      result += '_';
  }
  while (!result.empty() && result.back() == '_') result.pop_back();
  return result;
}

std::vector<Clause> clauses_of(const Sentence& sentence, const Frame& frame) {
  if (frame.kind == Frame::Kind::role || frame.kind == Frame::Kind::apposition ||
      frame.kind == Frame::Kind::possessive)
    return {};
  return RelationMaker(sentence, frame).make();
}

}  // namespace dossier::extract::clause
