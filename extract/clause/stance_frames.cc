// SPDX-License-Identifier: Apache-2.0
// What a possessive takes for granted of somebody and somebody else: "Norway's support for Chad",
// "in its fight against the union".
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

struct Stance {
  std::string verb;
  std::string marker;  ///< empty: whom it is about is the verb's object
};

/// Of "against:fight_against for:support" the item of a preposition.
std::optional<Stance> stance_of(std::string_view noun, std::string_view preposition) {
  static const WordColumn stances("nouns", "stance");
  for (std::string_view rest = stances[noun]; !rest.empty();) {
    const std::string_view item = next_item(rest, ' ');
    const std::size_t colon = item.find(':');
    if (item.substr(0, colon) != preposition) continue;
    const std::string_view verb = item.substr(colon + 1);
    const std::size_t marker = verb.find('_');
    if (marker == verb.npos) return Stance{std::string(verb), {}};
    return Stance{std::string(verb.substr(0, marker)), std::string(verb.substr(marker + 1))};
  }
  return std::nullopt;
}

class StanceReader {
 public:
  StanceReader(const Tree& tree, std::vector<Frame>& frames) : tree_(tree), frames_(frames) {}

  void read() {
    if (tree_.is_question()) return;
    for (std::uint32_t i = 0; i < tree_.size(); ++i)
      if (tree_.relation(i) == nmod_poss && (tree_.mention(i) || is_pronoun(tree_, i)))
        stance(i, *tree_.head(i));
  }

 private:
  void stance(std::uint32_t owner, std::uint32_t noun) {
    if (tree_.upos(noun) != Upos::noun || tree_.mention(noun) || is_unmade(noun)) return;
    for (const std::uint32_t child : tree_.children(noun)) {
      if (tree_.relation(child) != nmod || child < noun) continue;
      const auto stance = stance_of(tree_.lemma(noun), preposition(tree_, child));
      if (stance) return add(whose(owner, noun), noun, child, *stance);
    }
  }

  /// "supports Iraq in its fight": Iraq's.
  std::uint32_t whose(std::uint32_t owner, std::uint32_t noun) const {
    static constexpr auto kVerbs = std::to_array<std::string_view>(
        {"support", "help", "assist", "aid", "back", "join", "train", "advise", "arm"});
    const std::optional<std::uint32_t> verb = tree_.head(noun);
    if (tree_.mention(owner) || !verb || preposition(tree_, noun) != "in") return owner;
    const std::optional<std::uint32_t> helped = tree_.child(*verb, obj);
    const bool helps = std::find(kVerbs.begin(), kVerbs.end(), tree_.lemma(*verb)) != kVerbs.end();
    return helps && helped && *helped < noun ? *helped : owner;
  }

  /// "ended its support for Chad", "sought Norway's support": there is or was none to speak of.
  bool is_unmade(std::uint32_t noun) const {
    static constexpr auto kVerbs = std::to_array<std::string_view>(
        {"end", "withdraw", "stop", "lose", "lack", "need", "seek", "demand", "request", "want",
         "suspend", "deny", "cease", "refuse"});
    const std::optional<std::uint32_t> verb = tree_.head(noun);
    if (!verb || !tree_.is_any(noun, {obj, nsubj_pass, obl})) return false;
    return std::find(kVerbs.begin(), kVerbs.end(), tree_.lemma(*verb)) != kVerbs.end();
  }

  void add(std::uint32_t owner, std::uint32_t noun, std::uint32_t whom, const Stance& stance) {
    Frame frame;
    frame.kind = Frame::Kind::noun;
    frame.head = noun;
    frame.construction = Construction::event_noun;
    frame.lemma = stance.verb;
    frame.predicate = {noun, tree_.extent(whom).first + 1};
    const ArgumentRole role = stance.marker.empty() ? ArgumentRole::object : ArgumentRole::oblique;
    frame.arguments = {noun_argument(tree_, ArgumentRole::subject, owner, tree_.extent(owner)),
                       noun_argument(tree_, role, whom, tree_.extent(whom))};
    frame.arguments.back().marker = stance.marker;
    Frame context = frame;
    take_context(tree_, frames_, context);
    if (context.denied || context.question) return;
    frame.attributed = context.attributed;
    frame.confidence = confidence::kActionNoun;
    frames_.push_back(std::move(frame));
  }

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

void add_stance_frames(const Tree& tree, std::vector<Frame>& frames) {
  StanceReader(tree, frames).read();
}

}  // namespace dossier::extract::clause
