// SPDX-License-Identifier: Apache-2.0
// Repairs of who and what is in a list.
#include <string>
#include <vector>

#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class ListRepair {
 public:
  explicit ListRepair(Tree& tree) : tree_(tree) {}

  void run() {
    continue_lists();
    end_lists();
    part_times();
    repeat_prepositions();
    place_examples();
    for (std::uint32_t i = 0; i < tree_.size(); ++i) join_next_verb(i);
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      join_adjectives(i);
      join_descriptions(i);
    }
  }

 private:
  /// "A, B and C" with B an apposition and C its conjunct: all three are a list.
  void continue_lists() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is(i, appos) || !tree_.has(i, conj) || tree_.has(i, det)) continue;
      const std::uint32_t first = *tree_.head(i);
      const std::optional<std::uint32_t> last = tree_.child(i, conj);
      const bool comma = tree_.extent(*last).first >= 1 && tree_.word(i - 1) == ",";
      if (!comma || tree_.has(first, conj) || tree_.upos(first) != tree_.upos(i)) continue;
      if (tree_.upos(*last) != tree_.upos(i) || has_title(i)) continue;
      tree_.attach(i, first, conj);
      tree_.attach(*last, first, conj);
      tree_.index();
    }
  }

  /// "lost its school in 1971 and its inn in 1984": the inn is joined to the school, not to 1971.
  void part_times() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is(i, conj) || !tree_.is_nominal(i) || tree_.time(i)) continue;
      const std::uint32_t year = *tree_.head(i);
      if (!tree_.time(year) || !tree_.is_any(year, {obl, nmod})) continue;
      std::optional<std::uint32_t> joined = tree_.head(year);
      if (tree_.is(year, obl)) joined = tree_.child(*joined, obj);
      const bool object = joined && tree_.is(*joined, obj) && *joined < year;
      if (object && !tree_.has(i, case_)) tree_.rehang(i, *joined, conj);
    }
  }

  /// "worked for X until 1990 and for Y until 1995", read as worked and Y.
  void repeat_prepositions() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is(i, conj) || !tree_.is_nominal(i) || tree_.has(i, cop)) continue;
      const std::uint32_t verb = *tree_.head(i);
      const std::string by = preposition(tree_, i);
      if (tree_.upos(verb) != Upos::verb || by.empty()) continue;
      for (const std::uint32_t child : tree_.children(verb))
        if (child < i && tree_.is(child, obl) && preposition(tree_, child) == by)
          return tree_.rehang(i, verb, tree_.relation(child));
    }
  }

  /// "bought works by painters, including Lund": examples of the noun in front of them.
  void place_examples() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::string word = preposition(tree_, i);
      if (word != "including" && word != "such_as") continue;
      std::uint32_t noun = tree_.extent(i).first;
      while (noun > 0 && tree_.upos(noun - 1) == Upos::punct) --noun;
      if (noun-- == 0 || tree_.below(noun, i)) continue;
      const bool group = tree_.xpos(noun) == Xpos::nns && !tree_.mention(noun);
      const bool astray = tree_.is(i, nmod) || (tree_.is(i, obl) && tree_.mention(i));
      if (group && astray && tree_.head(i) != noun) tree_.rehang(i, noun, nmod);
    }
  }

  /// "was trained by Lund, then studied in Oslo": the same person's next step.
  void join_next_verb(std::uint32_t i) {
    if (!tree_.is(i, parataxis) || tree_.xpos(i) != Xpos::vbd || tree_.has(i, nsubj)) return;
    std::uint32_t first = *tree_.head(i);
    while (tree_.is(first, conj) && tree_.head(first)) first = *tree_.head(first);
    const bool finite = first < i && tree_.upos(first) == Upos::verb &&
                        (tree_.has(first, nsubj) || tree_.has(first, nsubj_pass));
    const std::uint32_t begin = tree_.extent(i).first;
    const std::uint32_t comma = tree_.word(begin) == "," ? begin : begin - 1;
    if (!finite || begin == 0 || tree_.word(comma) != ",") return;
    tree_.rehang(i, first, conj);
  }

  /// "a Hindi, Telugu and Tamil actress", read as three things: languages describe the last.
  void join_adjectives(std::uint32_t last) {
    if (!tree_.is(last, conj) || tree_.xpos(last) != Xpos::nn || tree_.has(last, det)) return;
    const std::uint32_t first = *tree_.head(last);
    const std::optional<std::uint32_t> article = tree_.child(first, det);
    if (!article || *article + 1 != first || !tree_.has(last, amod)) return;
    std::vector<std::uint32_t> described{first};
    for (const std::uint32_t child : tree_.children(first))
      if (tree_.is(child, conj)) described.push_back(child);
    if (described.back() != last) return;
    described.pop_back();
    for (const std::uint32_t i : described)
      if (!has_capital(i) || tree_.names_person(i)) return;
    tree_.replace(first, last, amod);
    for (const std::uint32_t i : described) tree_.attach(i, last, amod);
    tree_.rehang(*article, last, det);
  }

  bool has_capital(std::uint32_t i) const {
    const std::string& text = tree_.token(i).text;
    return text[0] >= 'A' && text[0] <= 'Z';
  }

  /// "The English Quaker and pacifist Anna Lund", read as two people.
  void join_descriptions(std::uint32_t name) {
    if (!tree_.is(name, conj) || !tree_.names_person(name) || tree_.has(name, det)) return;
    const std::uint32_t first = *tree_.head(name);
    const std::optional<std::uint32_t> word = tree_.child(name, cc);
    const std::optional<std::uint32_t> second = tree_.child(name, nmod_desc);
    if (!word || !second || *second != *word + 1 || *word != first + 1 || has_capital(*second))
      return;
    const bool one = tree_.xpos(first) == Xpos::nn || tree_.xpos(first) == Xpos::nnp;
    if (!one || !tree_.has(first, det) || tree_.names_person(first)) return;
    tree_.replace(first, name, nmod_desc);
  }

  bool has_title(std::uint32_t i) const { return is_title_noun(tree_.word(i)); }

  /// "Born to Berg and Lund, Anna Moe left", read as if all three left: the list ends behind "and
  /// Lund".
  void end_lists() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::optional<std::uint32_t> verb = tree_.head(i);
      if (!tree_.is(i, nsubj) || !verb || *verb < i || tree_.extent(i).first == 0) continue;
      std::optional<std::uint32_t> joined, last;
      for (const std::uint32_t child : tree_.children(i))
        if (tree_.is(child, conj) && child < *verb) (tree_.has(child, cc) ? joined : last) = child;
      const bool behind = joined && last && *joined < *last && tree_.names_person(*last) &&
                          tree_.word(tree_.extent(*last).first - 1) == "," &&
                          opens_clause(i, *verb);
      if (!behind) continue;
      tree_.attach(*last, verb, tree_.relation(i));
      const std::optional<std::uint32_t> named = noun_before(i);
      tree_.rehang(i, named.value_or(*verb), named ? appos : dislocated);
    }
  }

  /// "to parents, Berg and Lund": whom the list names.
  std::optional<std::uint32_t> noun_before(std::uint32_t list) const {
    const std::uint32_t first = tree_.extent(list).first;
    const std::uint32_t noun = tree_.word(first) == "," ? first - 1 : first - 2;
    const bool comma = first >= 2 && tree_.word(noun + 1) == ",";
    return comma && tree_.is_nominal(noun) && !tree_.mention(noun) ? std::optional(noun)
                                                                   : std::nullopt;
  }

  /// Whether a participle or phrase of the verb stands in front of the list.
  bool opens_clause(std::uint32_t list, std::uint32_t verb) const {
    for (const std::uint32_t child : tree_.children(verb))
      if (tree_.is_any(child, {advcl, obl}) && child < list) return true;
    return false;
  }

  Tree& tree_;
};

}  // namespace

void repair_lists(Tree& tree) { ListRepair(tree).run(); }

}  // namespace dossier::extract::clause
