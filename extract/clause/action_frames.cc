// SPDX-License-Identifier: Apache-2.0
// Nouns of actions that a verb could express as well: "the signing of X by Y", "her election".
#include <algorithm>

#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class ActionReader {
 public:
  ActionReader(const Tree& tree, std::vector<Frame>& frames) : tree_(tree), frames_(frames) {}

  void read() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.upos(i) != Upos::noun || tree_.mention(i)) continue;
      if (const auto verb = verb_of_noun(tree_.lemma(i))) action(i, *verb);
    }
  }

 private:
  void action(std::uint32_t i, const NounVerb& verb) {
    Frame frame = event_frame(i, std::string(verb.lemma));
    for (const std::uint32_t child : tree_.children(i)) add_part(child, verb, frame);
    add_owner(i, verb, frame);
    const bool subject = frame.find(ArgumentRole::subject) != nullptr;
    const bool object = frame.find(ArgumentRole::object) != nullptr;
    if (!subject && !object) return;
    const bool timed = add_event_time(tree_, i, frame);
    if (!frame.find(ArgumentRole::oblique) && !(subject && object) && !timed) return;
    frame.passive = !subject;
    state(i, frame);
    take_context(tree_, frames_, frame);
    frame.confidence = confidence::kActionNoun;
    frames_.push_back(std::move(frame));
  }

  /// Who did it, or to whom it was done.
  void add_owner(std::uint32_t i, const NounVerb& verb, Frame& frame) const {
    const std::optional<std::uint32_t> owner = tree_.child(i, nmod_poss);
    if (!owner || frame.find(ArgumentRole::subject)) return;
    const bool object = frame.find(ArgumentRole::object) != nullptr;
    if (!object && !verb.intransitive && !verb.undergone) return;
    const bool subject = object || verb.intransitive;
    frame.arguments.insert(
        frame.arguments.begin(),
        noun_argument(tree_, subject ? ArgumentRole::subject : ArgumentRole::object, *owner,
                      tree_.extent(*owner)));
  }

  void add_part(std::uint32_t child, const NounVerb& verb, Frame& frame) const {
    if (tree_.relation(child) != nmod || child < frame.head || tree_.time(child)) return;
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
    if (is_behind_it(i, before) && !(above && has_modal(*above))) return;
    // "was a teacher until her death in 1951"
    const bool bounds = before == "before" || before == "until" || before == "till";
    if (bounds && above && is_past(*above)) return;
    if (governed && tells_fact(verb) && plain(*above)) return;
    if (governed && subject_control(verb) == Modality::planned && plain(*above))
      frame.modality = Modality::planned;
    else
      frame.denied = true;
  }

  /// "after", "following", "since": what is said of a time when it had happened.
  bool is_behind_it(std::uint32_t i, const std::string& before) const {
    return before == "after" || before == "following" || before == "since" || before == "during" ||
           before == "upon" || tree_.word(i > 1 ? i - 2 : 0) == "following" ||
           tree_.word(i > 0 ? i - 1 : 0) == "following";
  }

  bool has_modal(std::uint32_t verb) const {
    const auto& children = tree_.children(verb);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
      return tree_.is(child, aux) && tree_.xpos(child) == Xpos::md;
    });
  }

  bool is_past(std::uint32_t above) const {
    if (has_modal(above) || tree_.is_question()) return false;
    if (tree_.xpos(above) == Xpos::vbd) return true;
    const auto& children = tree_.children(above);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
      return tree_.is_any(child, {aux, aux_pass, cop}) && tree_.xpos(child) == Xpos::vbd;
    });
  }

  /// Whether the verb is asserted: no auxiliary but tenses', no negation, no question.
  bool plain(std::uint32_t verb) const {
    if (tree_.is_question() || !tree_.has(verb, nsubj) || has_modal(verb)) return false;
    for (const std::uint32_t child : tree_.children(verb)) {
      if (tree_.is(child, mark) || is_negator(tree_.word(child))) return false;
    }
    return true;
  }

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

void add_action_frames(const Tree& tree, std::vector<Frame>& frames) {
  ActionReader(tree, frames).read();
}

}  // namespace dossier::extract::clause
