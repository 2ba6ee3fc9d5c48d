// SPDX-License-Identifier: Apache-2.0
// Repairs verbs that were given two subjects.
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class SubjectRepair {
 public:
  explicit SubjectRepair(Tree& tree) : tree_(tree) {}

  /// Of two subjects the surer stays.
  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      std::optional<std::uint32_t> best;
      for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(i))) {
        if (!tree_.is(child, nsubj) || tree_.relation(child) == nsubj_outer) continue;
        if (!best) {
          best = child;
          continue;
        }
        // "the board under its chairman Lund": who the chairman is, not who the board is.
        if (const auto post = post_before(*best, child)) {
          tree_.attach(child, *post, appos);
          continue;
        }
        // "Transport Minister Kjell Rustad": one phrase, in two pieces.
        // "Writer and teacher Anna Berg": one person.
        if (tree_.extent(*best).last == tree_.extent(child).first && tree_.mention(child) &&
            tree_.upos(*best) != Upos::pron && !tree_.mention(*best) &&
            (tree_.upos(tree_.extent(child).first) != Upos::cconj || is_bare(*best))) {
          tree_.attach(*best, child, compound);
          best = child;
          continue;
        }
        const bool better = tree_.sure(child) > tree_.sure(*best);
        tree_.attach(better ? *best : child, i, dislocated);
        if (better) best = child;
      }
    }
    tree_.index();
  }

 private:
  /// The title at the end of `phrase` that the name behind it bears.
  std::optional<std::uint32_t> post_before(std::uint32_t phrase, std::uint32_t name) const {
    if (!tree_.names_person(name)) return std::nullopt;
    const std::uint32_t last = tree_.extent(name).first;
    for (const std::uint32_t child : tree_.children(phrase))
      if (tree_.is(child, nmod) && child + 1 == last && is_title_noun(tree_.lemma(child)))
        return child;
    return std::nullopt;
  }

  bool is_bare(std::uint32_t noun) const {
    const bool one = tree_.xpos(noun) == Xpos::nn || tree_.xpos(noun) == Xpos::jj;
    return one && !tree_.has(noun, det);
  }

  Tree& tree_;
};

}  // namespace

void keep_one_subject(Tree& tree) { SubjectRepair(tree).run(); }

}  // namespace dossier::extract::clause
