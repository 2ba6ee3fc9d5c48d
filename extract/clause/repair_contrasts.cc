// SPDX-License-Identifier: Apache-2.0
// Repairs sentences that set one thing against another: "X, not Y, built it", "It was X who built
// it, not Y".
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class ContrastRepair {
 public:
  explicit ContrastRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      set_aside(i);
      point_out(i);
    }
  }

 private:
  /// ", not Y": nothing is said of it, and what follows is about X.
  void set_aside(std::uint32_t i) {
    if (!tree_.is_any(i, {appos, conj, dep}) || !tree_.is_nominal(i) || !tree_.head(i)) return;
    const std::uint32_t before = *tree_.head(i);
    const std::uint32_t first = tree_.extent(i).first;
    const std::uint32_t no = tree_.word(first) == "," ? first + 1 : first;
    const bool comma = no > 0 && tree_.word(no - 1) == ",";
    if (!comma || tree_.word(no) != "not" || before > i || !tree_.is_nominal(before)) return;
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(i)))
      if (tree_.is(child, acl) && child > i && tree_.word(child) != "but")
        tree_.attach(child, before, tree_.relation(child));
    tree_.rehang(i, before, dislocated);
  }

  /// "It was X who built it": the clause is about X, and "it" means nothing.
  void point_out(std::uint32_t verb) {
    const Label<Relation>& how = tree_.relation(verb);
    if ((how != acl_relcl && how != advcl_relcl) || !tree_.head(verb)) return;
    const std::uint32_t noun = *tree_.head(verb);
    if (noun > verb || !tree_.is_nominal(noun) || !tree_.has(noun, cop)) return;
    std::optional<std::uint32_t> it = tree_.child(noun, expl);
    if (!it && tree_.names_person(noun)) it = tree_.child(noun, nsubj);
    if (!it || tree_.word(*it) != "it") return;
    tree_.attach(*it, noun, expl);
    tree_.rehang(verb, noun, acl_relcl);
  }

  Tree& tree_;
};

}  // namespace

void repair_contrasts(Tree& tree) { ContrastRepair(tree).run(); }

}  // namespace dossier::extract::clause
