// SPDX-License-Identifier: Apache-2.0
// Repairs sentences that set one thing against another: "X, not Y, built it", "It was X who built
// it, not Y".
#include <algorithm>
#include <array>
#include <string_view>

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
      leave_only(i);
      deny_all(i);
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

  /// "Nobody but the captain knew it": he did.
  void leave_only(std::uint32_t nobody) {
    static constexpr std::array<std::string_view, 3> kNobody{"nobody", "none", "nothing"};
    if (!tree_.is(nobody, nsubj) || nobody + 2 >= tree_.size()) return;
    const bool one = tree_.word(nobody) == "one" && nobody > 0 && tree_.word(nobody - 1) == "no";
    const std::string& but = tree_.word(nobody + 1);
    const bool none =
        one || std::find(kNobody.begin(), kNobody.end(), tree_.word(nobody)) != kNobody.end();
    if (!none || (but != "but" && but != "except")) return;
    for (const std::uint32_t child : tree_.children(nobody)) {
      if (child < nobody || !tree_.is_nominal(child) || !tree_.below(nobody + 1, child)) continue;
      tree_.replace(nobody, child, discourse);
      if (one) tree_.attach(nobody - 1, nobody, det);
      return tree_.rehang(nobody + 1, nobody, discourse);
    }
  }

  /// "is anything but clear": it is not.
  void deny_all(std::uint32_t anything) {
    if (tree_.word(anything) != "anything" || !tree_.has(anything, cop)) return;
    for (const std::uint32_t child : tree_.children(anything)) {
      const std::optional<std::uint32_t> but = tree_.child(child, case_);
      if (child < anything || !but || *but != anything + 1 || tree_.word(*but) != "but") continue;
      tree_.replace(anything, child, advmod);
      return tree_.rehang(*but, anything, fixed);
    }
  }

  Tree& tree_;
};

}  // namespace

void repair_contrasts(Tree& tree) { ContrastRepair(tree).run(); }

}  // namespace dossier::extract::clause
