// SPDX-License-Identifier: Apache-2.0
// Events named by a noun: visits, talks, and actions that a verb could express as well ("the
// signing of X by Y").
#include <algorithm>
#include <utility>

#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

bool is_visit(const std::string& lemma) {
  return lemma == "visit" || lemma == "trip" || lemma == "journey";
}

bool is_talk(const std::string& lemma) {
  return lemma == "talk" || lemma == "meeting" || lemma == "conversation" ||
         lemma == "negotiation" || lemma == "consultation" || lemma == "discussion";
}

class EventReader {
 public:
  EventReader(const Tree& tree, std::vector<Frame>& frames) : tree_(tree), frames_(frames) {}

  void read() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.upos(i) != Upos::noun || tree_.mention(i)) continue;
      if (is_visit(tree_.lemma(i)) || is_talk(tree_.lemma(i)))
        event(i);
      else if (const auto verb = verb_of_noun(tree_.lemma(i)))
        deed(i, *verb);
    }
  }

 private:
  /// "his visit to Oslo", "talks with X", "talks between X and Y".
  void event(std::uint32_t i) {
    if (tree_.is(i, obj) && is_light_verb(tree_.lemma(*tree_.head(i)))) return;  // the verb's frame
    const bool visit = is_visit(tree_.lemma(i));
    Frame frame = frame_of(
        i, visit ? "visit"
                 : "hold_" + (is_plural_noun(tree_.word(i)) ? tree_.word(i) : tree_.lemma(i)));
    for (const std::uint32_t child : tree_.children(i)) add_participant(child, visit, frame);
    if (frame.arguments.empty()) return;
    if (!frame.find(ArgumentRole::subject)) find_visitor(i, visit, frame);
    add_time(i, frame);
    frame.denied = !took_place(i) && !is_thanked(i);
    take_context(tree_, frames_, frame);
    frame.confidence = confidence::kEventNoun;
    frames_.push_back(std::move(frame));
  }

  static Frame frame_of(std::uint32_t noun, std::string lemma) {
    Frame frame;
    frame.kind = Frame::Kind::noun;
    frame.head = noun;
    frame.construction = Construction::event_noun;
    frame.lemma = std::move(lemma);
    frame.predicate = {noun, noun + 1};
    return frame;
  }

  void add_participant(std::uint32_t child, bool visit, Frame& frame) const {
    const TokenRange extent = tree_.extent(child);
    const std::string marker = preposition(tree_, child);
    if (tree_.relation(child) == nmod_poss || (visit && (marker == "of" || marker == "by"))) {
      frame.arguments.push_back(noun_argument(tree_, ArgumentRole::subject, child, extent));
    } else if (tree_.is_any(child, {nmod, obl}) && marker == (visit ? "to" : "with")) {
      frame.arguments.push_back(noun_argument(
          tree_, visit ? ArgumentRole::object : ArgumentRole::oblique, child, extent));
      frame.arguments.back().marker = marker;
      frame.predicate.last = std::max(frame.predicate.last, preposition_end(child));
    } else if (tree_.is(child, nmod) && !visit && marker == "between") {
      add_sides(child, frame);
    }
  }

  /// A headline's only date is its event's.
  void add_time(std::uint32_t i, Frame& frame) const {
    const std::vector<TimeExpression>& times = tree_.sentence().times;
    for (std::uint32_t t = 0; t < times.size(); ++t) {
      const bool own = tree_.below(times[t].tokens.first, i);
      if (!own && !(tree_.sentence().headline && times.size() == 1)) continue;
      FrameArgument time;
      time.role = ArgumentRole::time;
      time.extent = times[t].tokens;
      time.time = t;
      frame.arguments.push_back(std::move(time));
      return;
    }
  }

  std::uint32_t preposition_end(std::uint32_t noun) const {
    const std::optional<std::uint32_t> word = tree_.child(noun, case_);
    return word && *word < noun ? *word + 1 : noun;
  }

  void add_sides(std::uint32_t noun, Frame& frame) const {
    std::vector<Argument> sides = phrases(tree_, noun);
    if (sides.size() != 2) return;
    FrameArgument first = noun_argument(tree_, ArgumentRole::subject, noun, sides[0].tokens);
    first.members = {sides[0]};
    FrameArgument second = first;
    second.role = ArgumentRole::oblique;
    second.marker = "with";
    second.extent = sides[1].tokens;
    second.members = {sides[1]};
    frame.arguments.push_back(std::move(first));
    frame.arguments.push_back(std::move(second));
  }

  /// "grateful to X for his visit", "X's remarks following talks with Y".
  void find_visitor(std::uint32_t i, bool visit, Frame& frame) const {
    std::optional<std::uint32_t> person;
    bool thanks = false;
    for (std::uint32_t at = 0; at < i; ++at) {
      const std::string& word = tree_.lemma(at);
      thanks = thanks || word == "grateful" || word == "thank" || word == "thankful";
      const Mention* mention = tree_.mention(at);
      if (!mention || mention->type != MentionType::person) continue;
      if (thanks && visit && preposition(tree_, i) == "for") person = mention->tokens.last - 1;
      if (tree_.sentence().headline && !person) person = mention->tokens.last - 1;
    }
    if (!person) return;
    const Mention* mention = tree_.mention(*person);
    FrameArgument who = noun_argument(tree_, ArgumentRole::subject, *person, mention->tokens);
    who.members.resize(1);
    who.members.front().tokens = mention->tokens;
    who.members.front().head = mention->tokens.last - 1;
    frame.arguments.insert(frame.arguments.begin(), std::move(who));
  }

  /// Whether the text says that the event took place.
  bool took_place(std::uint32_t i) const {
    for (const std::uint32_t child : tree_.children(i)) {
      const std::string& word = tree_.word(child);
      if (word == "upcoming" || word == "planned" || word == "next" || word == "future" ||
          word == "possible" || word == "no" || word == "forthcoming" || word == "proposed")
        return false;
    }
    std::string before = preposition(tree_, i);
    if (before.empty() && i > 0 && tree_.word(i - 1) == "following") before = "following";
    return before == "during" || before == "after" || before == "following" || before == "in" ||
           before == "at" || before == "since";
  }

  /// "thanked X for his visit": it was one. "called for talks", "left for talks": it may be one.
  bool is_thanked(std::uint32_t i) const {
    for (auto above = tree_.head(i); above; above = tree_.head(*above)) {
      const std::string& word = tree_.lemma(*above);
      if (word == "thank" || word == "grateful" || word == "thankful" || tells_fact(word))
        return preposition(tree_, i) == "for";
    }
    return false;
  }

  // "the signing of X by Y", "the deployment of X in Y", "the growth of X by Z".

  void deed(std::uint32_t i, const NounVerb& verb) {
    Frame frame = frame_of(i, std::string(verb.lemma));
    for (const std::uint32_t child : tree_.children(i)) add_part(child, verb, frame);
    const bool subject = frame.find(ArgumentRole::subject) != nullptr;
    const bool object = frame.find(ArgumentRole::object) != nullptr;
    if (!subject && !object) return;
    if (!frame.find(ArgumentRole::oblique) && !(subject && object)) return;
    frame.passive = !subject;
    add_time(i, frame);
    state(i, frame);
    take_context(tree_, frames_, frame);
    frame.confidence = confidence::kActionNoun;
    frames_.push_back(std::move(frame));
  }

  void add_part(std::uint32_t child, const NounVerb& verb, Frame& frame) const {
    if (tree_.relation(child) != nmod || child < frame.head) return;
    const std::string marker = preposition(tree_, child);
    ArgumentRole role = ArgumentRole::oblique;
    if (marker == "of") role = verb.intransitive ? ArgumentRole::subject : ArgumentRole::object;
    if (marker == "by" && !verb.intransitive) role = ArgumentRole::subject;
    const bool known = marker == "of" || marker == "by" || marker == "to" || marker == "from" ||
                       marker == "in" || marker == "at" || marker == "into";
    if (!known) return;
    frame.arguments.push_back(noun_argument(tree_, role, child, tree_.extent(child)));
    frame.arguments.back().marker = role == ArgumentRole::oblique ? marker : std::string();
    // "the transfer of X to Y", with Y attached to X
    if (marker != "of") return;
    for (const std::uint32_t below : tree_.children(child)) {
      const std::string goal = preposition(tree_, below);
      if (tree_.relation(below) == nmod && (goal == "to" || goal == "from" || goal == "into"))
        add_part(below, verb, frame);
    }
  }

  /// Whether it took place, is agreed on, or is only mentioned.
  void state(std::uint32_t i, Frame& frame) const {
    const std::string before = preposition(tree_, i);
    const std::optional<std::uint32_t> above = tree_.head(i);
    const std::string verb = above && tree_.upos(*above) == Upos::verb ? tree_.lemma(*above) : "";
    const bool governed = above && tree_.is_any(i, {obj, obl});
    if (before == "after" || before == "following" || before == "since" || before == "during" ||
        tree_.word(i > 1 ? i - 2 : 0) == "following" ||
        tree_.word(i > 0 ? i - 1 : 0) == "following")
      return;
    if (governed && tells_fact(verb) && plain(*above)) return;
    if (governed && subject_control(verb) == Modality::planned && plain(*above))
      frame.modality = Modality::planned;
    else
      frame.denied = true;
  }

  /// Whether the verb is asserted: no auxiliary but tenses', no negation, no question.
  bool plain(std::uint32_t verb) const {
    if (tree_.is_question() || !tree_.has(verb, nsubj)) return false;
    for (const std::uint32_t child : tree_.children(verb)) {
      if (tree_.is(child, aux) && tree_.xpos(child) == Xpos::md) return false;
      if (tree_.is(child, mark) || is_negator(tree_.word(child))) return false;
    }
    return true;
  }

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

void add_event_frames(const Tree& tree, std::vector<Frame>& frames) {
  EventReader(tree, frames).read();
}

}  // namespace dossier::extract::clause
