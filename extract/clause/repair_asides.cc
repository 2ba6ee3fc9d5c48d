// SPDX-License-Identifier: Apache-2.0
// Repairs of lists that go on behind a relative clause: "A, B, which was bought by C, and D".
#include <optional>
#include <vector>

#include "extract/clause/named_by.h"
#include "extract/clause/repair.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class AsideRepair {
 public:
  explicit AsideRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) join_subjects(i);
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.relation(i) != acl_relcl) continue;
      const std::optional<std::uint32_t> told = name_before(i);
      if (!told || !tree_.is_any(*told, {conj, appos})) continue;
      const std::uint32_t first = *tree_.head(*told);
      if (!are_alike(first, *told) || !goes_on(first, *told, i)) continue;
      if (tree_.is(*told, appos)) tree_.rehang(*told, first, conj);
      tree_.rehang(i, *told, acl_relcl);
    }
  }

 private:
  /// "A, who left, and B met", read as if A stood alone and B met.
  void join_subjects(std::uint32_t second) {
    const std::optional<std::uint32_t> verb = tree_.head(second);
    const Mention* name = tree_.mention(second);
    if (!tree_.is(second, nsubj) || !verb || *verb < second || !name) return;
    const std::uint32_t begin = tree_.extent(second).first;
    const std::optional<std::uint32_t> word = tree_.child(*verb, cc);
    if (!word || *word + 1 != begin || *word == 0 || tree_.word(*word - 1) != ",") return;
    const std::optional<std::uint32_t> first = subject_left(*verb, second);
    if (!first || !tree_.mention(*first) || tree_.mention(*first)->type != name->type) return;
    if (!tree_.is(*first, nsubj)) {
      tree_.attach(*verb, std::nullopt, root);
      tree_.attach(*first, verb, nsubj);
    }
    tree_.attach(second, first, conj);
    tree_.rehang(*word, second, cc);
  }

  /// The name with a relative clause in front of the verb's subject that should be its subject.
  std::optional<std::uint32_t> subject_left(std::uint32_t verb, std::uint32_t subject) const {
    std::optional<std::uint32_t> first = nominal_subject(tree_, verb);
    if (first == subject) {
      const bool below = tree_.is(verb, conj) || tree_.relation(verb) == acl_relcl;
      first = below ? tree_.head(verb) : std::nullopt;
      if (!first || tree_.head(*first) || tree_.has(*first, cop)) return std::nullopt;
    }
    for (const std::uint32_t child : tree_.children(first.value_or(verb)))
      if (tree_.relation(child) == acl_relcl && child < subject && first < child) return first;
    return std::nullopt;
  }

  /// The name that ends in front of ", which ...".
  std::optional<std::uint32_t> name_before(std::uint32_t clause) const {
    std::uint32_t word = tree_.extent(clause).first;
    if (tree_.word(word) == ",") ++word;
    if (word < 2 || tree_.word(word - 1) != "," || !is_relative_word(tree_, word))
      return std::nullopt;
    const Mention* name = tree_.mention(word - 2);
    if (!name || name->tokens.last != word - 1) return std::nullopt;
    std::uint32_t head = word - 2;
    while (tree_.head(head) && name->tokens.contains(*tree_.head(head))) head = *tree_.head(head);
    return head;
  }

  /// Whether both are names of the same kind of thing.
  bool are_alike(std::uint32_t first, std::uint32_t second) const {
    const Mention* one = tree_.mention(first);
    return one && (tree_.is(second, conj) || one->type == tree_.mention(second)->type);
  }

  /// Whether the list of `first` has no "and" in front of `told` and one behind the clause, where
  /// the parser may have joined what follows to a noun of the clause.
  bool goes_on(std::uint32_t first, std::uint32_t told, std::uint32_t clause) {
    bool closed_behind = false;
    for (const std::uint32_t child : tree_.children(first)) {
      if (!tree_.is(child, conj) || !tree_.has(child, cc)) continue;
      if (child <= told) return false;
      closed_behind = closed_behind || child > clause;
    }
    return closed_behind || (tree_.is(told, conj) && take_members(first, clause));
  }

  /// Gives `first` the members of the list that a noun of the clause has.
  bool take_members(std::uint32_t first, std::uint32_t clause) {
    const std::optional<std::uint32_t> inner = list_below(clause);
    if (!inner) return false;
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(*inner)))
      if (tree_.is(child, conj)) tree_.attach(child, first, conj);
    tree_.index();
    return true;
  }

  /// A name of the clause with a list that ends in ", and X".
  std::optional<std::uint32_t> list_below(std::uint32_t clause) const {
    for (const std::uint32_t child : tree_.children(clause)) {
      if (!tree_.is_any(child, {obl, obj}) || child < clause || !tree_.mention(child)) continue;
      for (const std::uint32_t member : tree_.children(child)) {
        const std::optional<std::uint32_t> word = tree_.child(member, cc);
        if (tree_.is(member, conj) && word && tree_.mention(member) && tree_.word(*word - 1) == ",")
          return child;
      }
    }
    return std::nullopt;
  }

  Tree& tree_;
};

}  // namespace

void repair_asides(Tree& tree) { AsideRepair(tree).run(); }

}  // namespace dossier::extract::clause
