// SPDX-License-Identifier: Apache-2.0
// Repairs of the town in front of ", Ohio-based": it is where the firm is, not who acts.
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class SeatRepair {
 public:
  explicit SeatRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 2; i < tree_.size(); ++i) {
      const std::optional<std::uint32_t> firm = based(i);
      if (firm) attach_place(*firm, i);
      const std::optional<std::uint32_t> town = firm ? town_before(i - 2, *firm) : std::nullopt;
      if (town) put_firm_first(*town, *firm, i);
    }
  }

 private:
  /// "Volta" of "Ohio-based carmaker Volta".
  std::optional<std::uint32_t> based(std::uint32_t word) const {
    if (tree_.word(word) != "based" || tree_.word(word - 1) != "-") return std::nullopt;
    std::optional<std::uint32_t> firm = tree_.head(word);
    if (!firm || *firm < word || !tree_.is_any(word, {amod, acl, compound})) return std::nullopt;
    while (tree_.is_any(*firm, {compound, flat, amod, nmod_desc}) && *tree_.head(*firm) > word)
      firm = tree_.head(*firm);
    return firm;
  }

  /// "Norwave and Lima-based Pacifo", read as Norwave and Lima.
  void attach_place(std::uint32_t firm, std::uint32_t based) {
    const std::uint32_t place = based - 2;
    if (!tree_.is(place, conj) || tree_.below(firm, place)) return;
    const std::uint32_t first = *tree_.head(place);
    const std::optional<std::uint32_t> word = tree_.child(place, cc);
    if (tree_.head(firm) != first || !tree_.is(firm, conj)) return;
    if (word) tree_.attach(*word, firm, cc);
    tree_.rehang(place, based, obl_unmarked);
  }

  /// The last word of the name before the comma in front of the land that ends at `land`.
  std::optional<std::uint32_t> town_before(std::uint32_t land, std::uint32_t firm) const {
    const Mention* name = tree_.mention(land);
    const std::uint32_t first = name ? name->tokens.first : land;
    if (first < 2 || tree_.word(first - 1) != ",") return std::nullopt;
    const Mention* town = tree_.mention(first - 2);
    if (!town) return std::nullopt;
    // "Anna Berg, Ohio-based engineer": nothing but a firm is sure to be no apposition.
    const Mention* of_firm = tree_.mention(firm);
    const bool sure = of_firm && of_firm->type == MentionType::organization;
    const bool place = town->type == MentionType::city || town->type == MentionType::place ||
                       town->type == MentionType::country;
    const bool one_word = town->tokens.last == town->tokens.first + 1;
    return place || (sure && one_word) ? std::optional(first - 2) : std::nullopt;
  }

  void put_firm_first(std::uint32_t town, std::uint32_t firm, std::uint32_t based) {
    const TokenRange name = tree_.mention(town)->tokens;
    while (tree_.head(town) && name.contains(*tree_.head(town))) town = *tree_.head(town);
    if (tree_.below(town, firm)) return;
    const std::uint32_t land = based - 2;
    if (tree_.below(land, town)) tree_.rehang(land, based, obl_unmarked);
    if (tree_.below(firm, town)) tree_.replace(town, firm, nmod);
    if (tree_.is(town, conj)) join(town, firm);
    tree_.rehang(town, land, appos);
  }

  /// "Nordan and Bergen, Norway-based Fjordkraft", read as two subjects.
  void join(std::uint32_t town, std::uint32_t firm) {
    const std::uint32_t first = *tree_.head(town);
    const std::optional<std::uint32_t> word = tree_.child(town, cc);
    if (!word || tree_.head(firm) != tree_.head(first)) return;
    tree_.attach(*word, firm, cc);
    tree_.attach(firm, first, conj);
  }

  Tree& tree_;
};

}  // namespace

void repair_seats(Tree& tree) { SeatRepair(tree).run(); }

}  // namespace dossier::extract::clause
