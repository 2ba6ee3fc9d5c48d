// SPDX-License-Identifier: Apache-2.0
// Appositions and possessives as frames.
#include <algorithm>

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
      if (tree_.relation(i) == nmod_poss && tree_.mention(i)) possessive(i);
    }
  }

 private:
  /// "Nairobi, the capital of Kenya".
  void apposition(std::uint32_t i) {
    const std::uint32_t noun = *tree_.head(i);
    if (!tree_.is_nominal(noun)) return;
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
    frames_.push_back(std::move(frame));
  }

  /// "Kenya's office".
  void possessive(std::uint32_t i) {
    const std::uint32_t noun = *tree_.head(i);
    Frame frame;
    frame.kind = Frame::Kind::possessive;
    frame.head = noun;
    frame.lemma = "have";
    frame.construction = Construction::possessive;
    const std::optional<std::uint32_t> mark = tree_.child(i, case_);
    frame.predicate = mark ? TokenRange{*mark, *mark + 1} : TokenRange{i, i + 1};
    frame.arguments = {noun_argument(tree_, ArgumentRole::subject, i, tree_.extent(i)),
                       noun_argument(tree_, ArgumentRole::object, noun, tree_.extent(noun))};
    frame.confidence = confidence::of_noun_phrase(tree_.sure(i));
    frames_.push_back(std::move(frame));
  }

  const Tree& tree_;
  std::vector<Frame>& frames_;
};

}  // namespace

void add_noun_frames(const Tree& tree, std::vector<Frame>& frames) {
  NounFrameReader(tree, frames).read();
  add_event_frames(tree, frames);
}

}  // namespace dossier::extract::clause
