// SPDX-License-Identifier: Apache-2.0
// Visits and talks, which a noun names.
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
      if (is_visit(tree_.lemma(i)) || is_talk(tree_.lemma(i))) event(i);
    }
  }

 private:
  /// "his visit to Oslo", "talks with X", "talks between X and Y".
  void event(std::uint32_t i) {
    if (tree_.is(i, obj) && is_light_verb(tree_.lemma(*tree_.head(i)))) return;  // the verb's frame
    const bool visit = is_visit(tree_.lemma(i));
    Frame frame = event_frame(
        i, visit ? "visit"
                 : "hold_" + (is_plural_noun(tree_.word(i)) ? tree_.word(i) : tree_.lemma(i)));
    for (const std::uint32_t child : tree_.children(i)) add_participant(child, visit, frame);
    if (frame.arguments.empty()) return;
    if (!frame.find(ArgumentRole::subject)) find_visitor(i, visit, frame);
    add_event_time(tree_, i, frame);
    frame.denied = !took_place(i) && !is_thanked(i);
    take_context(tree_, frames_, frame);
    frame.confidence = confidence::kEventNoun;
    frames_.push_back(std::move(frame));
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

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

Frame event_frame(std::uint32_t noun, std::string lemma) {
  Frame frame;
  frame.kind = Frame::Kind::noun;
  frame.head = noun;
  frame.construction = Construction::event_noun;
  frame.lemma = std::move(lemma);
  frame.predicate = {noun, noun + 1};
  return frame;
}

bool add_event_time(const Tree& tree, std::uint32_t noun, Frame& frame) {
  const std::vector<TimeExpression>& times = tree.sentence().times;
  for (std::uint32_t t = 0; t < times.size(); ++t) {
    const bool own = tree.below(times[t].tokens.first, noun);
    if (!own && !(tree.sentence().headline && times.size() == 1)) continue;
    FrameArgument time;
    time.role = ArgumentRole::time;
    time.extent = times[t].tokens;
    time.time = t;
    frame.arguments.push_back(std::move(time));
    return true;
  }
  return false;
}

void add_event_frames(const Tree& tree, std::vector<Frame>& frames) {
  EventReader(tree, frames).read();
}

}  // namespace dossier::extract::clause
