#include <algorithm>

#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

bool is_visit(const std::string& lemma) {
  return lemma == "visit" || lemma == "trip" || lemma == "journey";
}

bool is_talk(const std::string& lemma) {
  return lemma == "talk" || lemma == "meeting" || lemma == "conversation" ||
         lemma == "negotiation" || lemma == "consultation" || lemma == "discussion";
}

class NounFrameReader {
 public:
  NounFrameReader(const Tree& tree, std::vector<Frame>& frames) : tree_(tree), frames_(frames) {}

  void read() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.is(i, "appos") && tree_.is_nominal(i)) apposition(i);
      if (is_visit(tree_.lemma(i)) || is_talk(tree_.lemma(i))) event(i);
    }
  }

 private:
  FrameArgument argument(ArgumentRole role, std::uint32_t noun, TokenRange extent) const {
    FrameArgument result;
    result.role = role;
    result.extent = extent;
    result.members = phrases(tree_, noun);
    result.confidence = static_cast<float>(tree_.sure(noun));
    return result;
  }

  /// "Baku, the capital of Azerbaijan".
  void apposition(std::uint32_t i) {
    const std::uint32_t noun = *tree_.head(i);
    if (!tree_.is_nominal(noun)) return;
    Frame frame;
    frame.kind = Frame::Kind::apposition;
    frame.head = i;
    frame.predicate = phrase(tree_, i).tokens;
    frame.lemma = "be";
    frame.construction = "apposition";
    frame.arguments = {argument(ArgumentRole::subject, noun, phrase(tree_, noun).tokens),
                       argument(ArgumentRole::attribute, i, tree_.extent(i))};
    frame.confidence = 0.5 + 0.4 * tree_.sure(i);
    frames_.push_back(std::move(frame));
  }

  // "his visit to Oslo", "talks with X", "talks between X and Y".

  void event(std::uint32_t i) {
    if (tree_.upos(i) != "NOUN" || tree_.mention(i)) return;
    if (tree_.is(i, "obj") && is_light_verb(tree_.lemma(*tree_.head(i))))
      return;  // the verb's frame
    Frame frame;
    frame.kind = Frame::Kind::noun;
    frame.head = i;
    frame.construction = "event noun";
    const bool visit = is_visit(tree_.lemma(i));
    frame.lemma = visit
                      ? "visit"
                      : "hold_" + (is_plural_noun(tree_.word(i)) ? tree_.word(i) : tree_.lemma(i));
    frame.predicate = {i, i + 1};
    for (const std::uint32_t child : tree_.children(i)) add_participant(child, visit, frame);
    if (frame.arguments.empty()) return;
    if (!has_subject(frame)) find_visitor(i, visit, frame);
    add_time(i, frame);
    frame.denied = !took_place(i);
    frame.confidence = 0.82;
    frames_.push_back(std::move(frame));
  }

  static bool has_subject(const Frame& frame) {
    return std::any_of(frame.arguments.begin(), frame.arguments.end(),
                       [](const auto& one) { return one.role == ArgumentRole::subject; });
  }

  void add_participant(std::uint32_t child, bool visit, Frame& frame) const {
    const TokenRange extent = tree_.extent(child);
    const std::string marker = preposition(tree_, child);
    if (tree_.relation(child) == "nmod:poss" || (visit && (marker == "of" || marker == "by"))) {
      frame.arguments.push_back(argument(ArgumentRole::subject, child, extent));
    } else if (tree_.is_any(child, {"nmod", "obl"}) && marker == (visit ? "to" : "with")) {
      frame.arguments.push_back(
          argument(visit ? ArgumentRole::object : ArgumentRole::oblique, child, extent));
      frame.arguments.back().marker = marker;
      frame.predicate.last = std::max(frame.predicate.last, preposition_end(child));
    } else if (tree_.is(child, "nmod") && !visit && marker == "between") {
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
    const std::optional<std::uint32_t> word = tree_.child(noun, "case");
    return word && *word < noun ? *word + 1 : noun;
  }

  void add_sides(std::uint32_t noun, Frame& frame) const {
    std::vector<Argument> sides = phrases(tree_, noun);
    if (sides.size() != 2) return;
    FrameArgument first = argument(ArgumentRole::subject, noun, sides[0].tokens);
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
    FrameArgument who = argument(ArgumentRole::subject, *person, mention->tokens);
    who.members.resize(1);
    who.members.front().tokens = mention->tokens;
    who.members.front().head = mention->tokens.last - 1;
    frame.arguments.insert(frame.arguments.begin(), std::move(who));
  }

  /// Whether the event is told as something that took place.
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
           before == "at" || before == "since" || before == "for";
  }

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

void add_noun_frames(const Tree& tree, std::vector<Frame>& frames) {
  NounFrameReader(tree, frames).read();
}

}  // namespace dossier::extract::clause
