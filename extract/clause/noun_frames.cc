// SPDX-License-Identifier: Apache-2.0
// Appositions and possessives as frames.
#include <algorithm>
#include <tuple>

#include "extract/clause/argument_words.h"
#include "extract/clause/context.h"
#include "extract/clause/frames.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class NounFrameReader {
 public:
  NounFrameReader(const Tree& tree, std::vector<Frame>& frames) : tree_(tree), frames_(frames) {}

  void read() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.is(i, appos) && tree_.is_nominal(i)) apposition(i);
      if (tree_.relation(i) == nmod_poss && (tree_.mention(i) || owns_relative(i)))
        possessive(i, *tree_.head(i));
      if (is_person(i)) body_behind(i);
      if (is_person(i)) age_and_home(i);
    }
  }

 private:
  /// "Nairobi, the capital of Kenya".
  void apposition(std::uint32_t i) {
    const std::uint32_t noun = is_kinship_noun(tree_.lemma(i)) ? child_of_whom(i) : *tree_.head(i);
    if (!tree_.is_nominal(noun) || names_source(tree_, i) || gives_example(i)) return;
    std::uint32_t first = tree_.extent(i).first;  // "Norway, not Chad"
    if (tree_.word(first) == ",") ++first;
    if (tree_.word(first) == "not" || (first > 0 && tree_.word(first - 1) == "not")) return;
    Frame frame;
    frame.kind = Frame::Kind::apposition;
    frame.head = i;
    frame.predicate = phrase(tree_, i).tokens;
    frame.lemma = "be";
    frame.construction = Construction::apposition;
    frame.arguments = {
        noun_argument(tree_, ArgumentRole::subject, noun, phrase(tree_, noun).tokens),
        noun_argument(tree_, ArgumentRole::attribute, i, tree_.extent(i))};
    frame.confidence = confidence::of_noun_phrase(tree_.sure(i));
    // "Berg and Acme, a company": one of them, the last before it.
    std::vector<Argument>& members = frame.arguments.front().members;
    if (tree_.xpos(i) == Xpos::nn && tree_.has(i, det) && noun < i) {
      const auto behind = [&](const Argument& one) { return one.tokens.first > i; };
      members.erase(std::remove_if(members.begin(), members.end(), behind), members.end());
      if (!members.empty()) members.erase(members.begin(), members.end() - 1);
      if (members.empty()) return;
    }
    // "two ministers, Berg and Lund": the names are the phrase's own.
    const auto& [subject, attribute] = std::tie(frame.arguments.front(), frame.arguments.back());
    if (subject.members.front().tokens != attribute.members.front().tokens)
      frames_.push_back(std::move(frame));
  }

  /// "its backers, notably Chad": one of them.
  bool gives_example(std::uint32_t i) const {
    for (const std::uint32_t child : tree_.children(i))
      if (child < i && tree_.is(child, advmod) && introduces_example(tree_.word(child)))
        return true;
    return false;
  }

  /// "She was born in Rome, the only child of Berg and Lund": she, not Rome.
  std::uint32_t child_of_whom(std::uint32_t i) const {
    const std::uint32_t noun = *tree_.head(i);
    if (is_person(noun) || is_pronoun(tree_, noun)) return noun;
    for (auto above = tree_.head(noun); above; above = tree_.head(*above))
      for (const std::uint32_t child : tree_.children(*above))
        if (tree_.is(child, nsubj) && child < i && (is_person(child) || is_pronoun(tree_, child)))
          return child;
    return noun;
  }

  /// "her brother, Carl Lund", "his wife Anna".
  bool owns_relative(std::uint32_t i) const {
    return is_pronoun(tree_, i) && is_kinship_noun(tree_.lemma(kin_of(*tree_.head(i))));
  }

  /// The noun that says who a person is to the owner: "wife" of "his wife Anna".
  std::uint32_t kin_of(std::uint32_t noun) const {
    for (const std::uint32_t child : tree_.children(noun))
      if (child < noun && tree_.is_any(child, {nmod_desc, compound, nmod_unmarked}) &&
          is_kinship_noun(tree_.lemma(child)))
        return child;
    return noun;
  }

  /// The person a noun of kin stands before.
  std::uint32_t named(std::uint32_t noun) const {
    const std::optional<std::uint32_t> name = tree_.head(noun);
    const bool before = name && tree_.is_any(noun, {nmod_desc, compound, nmod_unmarked}) &&
                        noun < *name && is_kinship_noun(tree_.lemma(noun));
    return before && tree_.mention(*name) ? *name : noun;
  }

  /// "Kenya's office", "Oxfam's Mary Flint", "Mary Flint of Oxfam".
  void possessive(std::uint32_t i, std::uint32_t noun) {
    Frame frame;
    frame.kind = Frame::Kind::possessive;
    frame.head = kin_of(noun);
    const bool common = tree_.upos(frame.head) == Upos::noun && !tree_.mention(frame.head);
    frame.lemma = common ? "have_" + kin_by_marriage(frame.head) : "have";
    frame.construction = Construction::possessive;
    const std::optional<std::uint32_t> mark = tree_.child(i, case_);
    frame.predicate = mark ? TokenRange{*mark, *mark + 1} : TokenRange{i, i + 1};
    frame.arguments = {noun_argument(tree_, ArgumentRole::subject, i, tree_.extent(i)),
                       noun_argument(tree_, ArgumentRole::object, named(noun), tree_.extent(noun))};
    // "his brother Lund and Berg's son", "Norwave's Lund and Acme's Berg": each his own.
    std::vector<Argument>& owned = frame.arguments.back().members;
    const auto has_owner = [&](const Argument& one) { return owner_within(one.tokens, i); };
    constexpr std::size_t kMostOwned = 3;  // of a longer list, the first
    const bool kin = is_kinship_noun(tree_.lemma(frame.head));
    if (kin ? tree_.xpos(frame.head) == Xpos::nn : owned.size() > kMostOwned)
      owned.resize(1);
    else
      owned.erase(std::remove_if(owned.begin() + 1, owned.end(), has_owner), owned.end());
    frame.confidence = confidence::of_noun_phrase(tree_.sure(i));
    frames_.push_back(std::move(frame));
  }

  /// Whether somebody else than `owner` stands as an owner in `words`.
  bool owner_within(TokenRange words, std::uint32_t owner) const {
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (i != owner && tree_.relation(i) == nmod_poss && words.contains(*tree_.head(i)))
        return true;
    return false;
  }

  /// "brother-in-law" is no "brother".
  std::string kin_by_marriage(std::uint32_t noun) const {
    const bool in_law = noun + 4 < tree_.size() && tree_.word(noun + 1) == "-" &&
                        tree_.word(noun + 2) == "in" && tree_.word(noun + 4) == "law";
    return tree_.lemma(noun) + (in_law ? "-in-law" : "");
  }

  /// "Mary Flint of Oxfam", "Tom Reed from the World Bank".
  void body_behind(std::uint32_t i) {
    const std::uint32_t end = tree_.mention(i)->tokens.last;
    for (const std::uint32_t child : tree_.children(i)) {
      const Mention* body = tree_.mention(child);
      if (tree_.relation(child) != nmod || !body || body->type != MentionType::organization)
        continue;
      const std::string marker = preposition(tree_, child);
      const bool of = marker == "of" || marker == "from" || marker == "at";
      if (!of || tree_.extent(child).first != end) continue;
      possessive(child, i);
      std::vector<Argument>& people = frames_.back().arguments.back().members;
      people.resize(1);  // "Berg of Norwave and Lund of Acme"
    }
  }

  bool is_person(std::uint32_t i) const {
    const Mention* name = tree_.mention(i);
    return name && name->type == MentionType::person && name->tokens.first == i;
  }

  /// "Karl Holm, 43, of Dayton", "Karl Holm, aged 43".
  void age_and_home(std::uint32_t i) {
    std::uint32_t at = tree_.mention(i)->tokens.last;
    if (at + 2 >= tree_.size() || tree_.word(at) != ",") return;
    if (tree_.word(at + 1) == "aged") ++at;
    if (is_age(at + 1)) {
      add_state(i, at + 1, "be_aged", ArgumentRole::object, {});
      at += 2;
      if (at + 1 < tree_.size() && tree_.word(at) == ",") ++at;
    } else {
      ++at;
    }
    if (at + 1 >= tree_.size() || tree_.word(at) != "of") return;
    const Mention* home = tree_.mention(at + 1);
    if (home && is_place(home->type) && home->type != MentionType::country)
      add_state(i, home->tokens.last - 1, "live", ArgumentRole::oblique, "in");
  }

  bool is_age(std::uint32_t i) const {
    const std::string& word = tree_.word(i);
    const bool digits = word.find_first_not_of("0123456789") == word.npos;
    const bool years = word.size() == 2 || (word.size() == 3 && word.starts_with("10"));
    const bool ends =
        i + 1 < tree_.size() && (tree_.word(i + 1) == "," || tree_.word(i + 1) == ".");
    return digits && years && ends && !tree_.time(i);
  }

  void add_state(std::uint32_t person, std::uint32_t what, const std::string& lemma,
                 ArgumentRole role, const std::string& marker) {
    const TokenRange name = tree_.mention(person)->tokens;
    Frame frame;
    frame.kind = Frame::Kind::noun;
    frame.head = what;
    frame.predicate = {what, what + 1};
    frame.lemma = lemma;
    frame.construction = Construction::apposition;
    frame.arguments = {noun_argument(tree_, ArgumentRole::subject, person, name),
                       noun_argument(tree_, role, what, {what, what + 1})};
    frame.arguments.front().members = {Argument{name, name.last - 1, {}, {}}};
    const Mention* place = tree_.mention(what);
    const TokenRange words = place ? place->tokens : TokenRange{what, what + 1};
    frame.arguments.back().members = {Argument{words, what, {}, {}}};
    frame.arguments.back().marker = marker;
    frame.confidence = confidence::kActionNoun;
    frames_.push_back(std::move(frame));
  }

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

void take_context(const Tree& tree, const std::vector<Frame>& frames, Frame& frame) {
  for (auto above = tree.head(frame.head); above; above = tree.head(*above)) {
    const auto governor = std::find_if(frames.begin(), frames.end(), [&](const Frame& one) {
      return one.head == *above &&
             (one.kind == Frame::Kind::verb || one.kind == Frame::Kind::copula);
    });
    if (governor == frames.end()) continue;
    frame.modality = combine(governor->modality, frame.modality);
    frame.attributed = governor->attributed;
    frame.question = governor->question;
    if (governor->denied) frame.denied = true;
    return;
  }
}

void add_noun_frames(const Tree& tree, std::vector<Frame>& frames) {
  NounFrameReader(tree, frames).read();
  add_kin_frames(tree, frames);
  add_seat_frames(tree, frames);
  add_count_frames(tree, frames);
  add_event_frames(tree, frames);
  add_action_frames(tree, frames);
  add_stance_frames(tree, frames);
}

}  // namespace dossier::extract::clause
