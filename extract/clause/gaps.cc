// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/gaps.h"

#include <algorithm>

#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class GapFinder {
 public:
  explicit GapFinder(Tree& tree) : tree_(tree) {}

  std::vector<Gap> take() {
    std::vector<Gap> gaps;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::optional<Gap> gap = gap_at(i);
      if (!gap) continue;
      tree_.attach(gap->rest, gap->verb, orphan);
      tree_.rehang(gap->subject, gap->verb, orphan);
      gaps.push_back(*gap);
    }
    return gaps;
  }

 private:
  /// "and Lund her deputy": a second phrase right behind a conjunct, with nothing between.
  std::optional<Gap> gap_at(std::uint32_t i) const {
    if (!tree_.is(i, conj) || !tree_.is_nominal(i)) return std::nullopt;
    const std::optional<std::uint32_t> word = tree_.child(i, cc);
    if (!word || *word > i || (tree_.word(*word) != "and" && tree_.word(*word) != "but"))
      return std::nullopt;
    Gap gap;
    gap.subject = i;
    gap.object = told(tree_.first_conjunct(i));
    const std::optional<std::uint32_t> verb = verb_of(gap.object);
    const std::optional<std::uint32_t> rest = phrase_behind(i);
    if (!verb || !rest || !tree_.has(*verb, nsubj)) return std::nullopt;
    gap.verb = *verb;
    gap.rest = *rest;
    return gap;
  }

  /// "is the chair of the board and Dunn its secretary": not a chair of Dunn's.
  std::uint32_t told(std::uint32_t noun) const {
    std::uint32_t top = noun;
    while (tree_.is(top, nmod) && !tree_.mention(top)) top = *tree_.head(top);
    return tree_.has(top, cop) ? top : noun;
  }

  /// The verb whose object or attribute it is; of a copula the attribute itself.
  std::optional<std::uint32_t> verb_of(std::uint32_t object) const {
    if (tree_.has(object, cop)) return object;
    return tree_.is_any(object, {obj, xcomp}) ? tree_.head(object) : std::nullopt;
  }

  std::optional<std::uint32_t> phrase_behind(std::uint32_t i) const {
    const Mention* mention = tree_.mention(i);
    const std::uint32_t end = mention ? mention->tokens.last : i + 1;
    if (end >= tree_.size() || !opens_phrase(end)) return std::nullopt;
    for (std::uint32_t head = end + 1; head < tree_.size() && head < end + kLongestPhrase; ++head) {
      const bool own = tree_.is_nominal(head) && tree_.extent(head).first == end &&
                       tree_.head(head) && *tree_.head(head) < end && !tree_.has(head, case_) &&
                       !tree_.time(head) && !is_time_noun(tree_.lemma(head));
      if (own) return head;
    }
    return std::nullopt;
  }

  bool opens_phrase(std::uint32_t i) const {
    return tree_.xpos(i) == Xpos::dt || tree_.xpos(i) == Xpos::prp_poss;
  }

  static constexpr std::uint32_t kLongestPhrase = 8;  ///< words
  Tree& tree_;
};

class GapFrames {
 public:
  GapFrames(const Tree& tree, const Gap& gap) : tree_(tree), gap_(gap) {}

  Frame frame(const Frame& whole) const {
    Frame made = whole;
    made.construction = Construction::conjunction;
    made.confidence = whole.confidence * confidence::kLeftOutVerb;
    made.arguments.clear();
    for (const FrameArgument& argument : whole.arguments) take(argument, made);
    add_phrases(made);
    return made;
  }

 private:
  void take(const FrameArgument& argument, Frame& made) const {
    if (argument.role == ArgumentRole::subject) return put(argument, gap_.subject, made);
    const bool object =
        std::any_of(argument.members.begin(), argument.members.end(), [&](const Argument& one) {
          return one.head == gap_.object || one.tokens.contains(gap_.object);
        });
    if (object) return put(argument, gap_.rest, made);
    const bool shared = argument.role == ArgumentRole::time || argument.extent.last <= gap_.verb;
    if (shared && argument.role != ArgumentRole::complement) made.arguments.push_back(argument);
  }

  void put(const FrameArgument& argument, std::uint32_t noun, Frame& made) const {
    FrameArgument own = noun_argument(tree_, argument.role, noun, tree_.extent(noun));
    own.marker = argument.marker;
    made.arguments.push_back(std::move(own));
  }

  /// "and the union a clinic in Bergen"
  void add_phrases(Frame& made) const {
    for (const std::uint32_t child : tree_.children(gap_.rest)) {
      if (tree_.relation(child) != nmod || child < gap_.rest) continue;
      const std::string marker = preposition(tree_, child);
      if (marker.empty() || marker == "of") continue;
      made.arguments.push_back(
          noun_argument(tree_, ArgumentRole::oblique, child, tree_.extent(child)));
      made.arguments.back().marker = marker;
    }
  }

  const Tree& tree_;
  const Gap& gap_;
};

}  // namespace

std::vector<Gap> take_gaps(Tree& tree) { return GapFinder(tree).take(); }

void add_gapped_frames(const Tree& tree, const std::vector<Gap>& gaps, std::vector<Frame>& frames) {
  for (const Gap& gap : gaps) {
    const auto whole = std::find_if(frames.begin(), frames.end(), [&](const Frame& frame) {
      return frame.head == gap.verb &&
             (frame.kind == Frame::Kind::verb || frame.kind == Frame::Kind::copula);
    });
    if (whole == frames.end() || whole->passive) continue;
    frames.push_back(GapFrames(tree, gap).frame(Frame(*whole)));
  }
}

}  // namespace dossier::extract::clause
