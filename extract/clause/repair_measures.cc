// SPDX-License-Identifier: Apache-2.0
// Repairs of what belongs to numbers and times.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "extract/analyze/seasons.h"
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "1921: Berg founds the school", "1934 Lund moves to Oslo": when it happens.
void date_chronicle(Tree& tree) {
  if (tree.size() < 3 || !tree.time(0) || tree.upos(0) != Upos::num) return;
  if (tree.is(0, dislocated)) return tree.rehang(0, *tree.head(0), obl);
  if (tree.head(0)) return;
  const std::optional<std::uint32_t> verb = tree.child(0, parataxis);
  if (!verb || !tree.has(*verb, nsubj)) return;
  for (const std::uint32_t child : std::vector<std::uint32_t>(tree.children(0)))
    if (child != *verb) tree.attach(child, *verb, tree.relation(child));
  tree.attach(*verb, std::nullopt, root);
  tree.rehang(0, *verb, obl);
}

/// The word directly below `top` that `i` stands below; none: `i` is elsewhere.
std::optional<std::uint32_t> below(const Tree& tree, std::uint32_t i, std::uint32_t top) {
  while (tree.head(i) && tree.head(i) != top) i = *tree.head(i);
  return tree.head(i) ? std::optional(i) : std::nullopt;
}

bool is_number(const Tree& tree, std::uint32_t i) {
  return tree.upos(i) == Upos::num || tree.xpos(i) == Xpos::currency;
}

/// "faces up to 85 years": "up to" belongs to the number, which is what is faced.
void join_up_to(Tree& tree, std::uint32_t up) {
  if (tree.word(up) != "up" || up + 2 >= tree.size() || tree.word(up + 1) != "to") return;
  const bool number = is_number(tree, up + 2);
  const std::optional<std::uint32_t> verb = tree.head(up);
  const std::optional<std::uint32_t> noun =
      tree.head(up + 1) == up && number && verb ? below(tree, up + 2, *verb) : tree.head(up + 1);
  if (!number || !verb || !noun || *noun < up || tree.head(*noun) != verb) return;
  if (!tree.is(*noun, obl) || tree.has(*verb, obj) || tree.upos(*verb) != Upos::verb) return;
  tree.attach(up, *noun, advmod);
  tree.attach(up + 1, up, fixed);
  tree.rehang(*noun, *verb, obj);
}

/// "rose from 40 to 60 euros": from one number to another, which share the unit.
void part_change(Tree& tree, std::uint32_t from) {
  const std::uint32_t first = from + 1, to = from + 2, second = from + 3;
  if (tree.word(from) != "from" || second >= tree.size() || tree.word(to) != "to") return;
  const std::optional<std::uint32_t> noun = tree.head(from);
  if (!is_number(tree, first) || !is_number(tree, second) || !noun || *noun <= second) return;
  const bool unit = tree.head(first) == noun && tree.is(*noun, obl) && tree.head(*noun);
  if (!unit || !tree.below(second, *noun)) return;
  const std::uint32_t verb = *tree.head(*noun);
  tree.attach(from, first, case_);
  tree.attach(first, verb, obl);
  tree.attach(to, *noun, case_);
  tree.attach(second, *noun, nummod);
  tree.index();
}

/// "produces between 300 and 400 cars": how many are produced.
void join_between(Tree& tree, std::uint32_t i) {
  std::optional<std::uint32_t> noun = tree.head(i);
  if (tree.word(i) != "between" || !tree.is(i, case_) || !noun) return;
  if (tree.relation(*noun) == nummod) noun = tree.head(*noun);
  if (!tree.is(*noun, obl)) return;
  const std::optional<std::uint32_t> number = tree.child(*noun, nummod);
  const std::optional<std::uint32_t> verb = tree.head(*noun);
  if (!number || *number != i + 1 || !tree.has(*number, conj) || !verb || *noun < *verb) return;
  const bool share =
      tree.word(*noun) == "%" || tree.lemma(*noun) == "percent";  // "40% of the cars"
  const bool counts = (tree.xpos(*noun) == Xpos::nns && !is_time_noun(tree.lemma(*noun))) ||
                      (share && tree.has(*noun, nmod));
  if (!counts || tree.upos(*verb) != Upos::verb || tree.has(*verb, obj)) return;
  if (is_presenting_verb(tree.lemma(*verb)) || is_linking_verb(tree.lemma(*verb))) return;
  tree.attach(i, *noun, advmod);
  tree.rehang(*noun, *verb, obj);
}

/// "lent no fewer than 30 houses", where "than" was read as a preposition.
void take_counted(Tree& tree, std::uint32_t counted) {
  const std::optional<std::uint32_t> verb = tree.head(counted);
  if (!tree.is(counted, obl) || tree.has(counted, case_) || !verb || *verb > counted) return;
  const bool free = tree.upos(*verb) == Upos::verb && !tree.has(*verb, obj) &&
                    !tree.has(*verb, aux_pass) && !is_time_noun(tree.lemma(counted));
  if (free) tree.rehang(counted, *verb, obj);
}

/// "Lava destroyed 40 homes", read as by how many.
void take_counted_behind(Tree& tree, std::uint32_t i) {
  const std::optional<std::uint32_t> verb = tree.head(i);
  const bool counted = tree.relation(i) == obl_unmarked && tree.xpos(i) == Xpos::nns &&
                       tree.has(i, nummod) && !tree.time(i);
  if (!counted || !verb || tree.extent(i).first != *verb + 1) return;
  if (is_presenting_verb(tree.lemma(*verb)) || is_linking_verb(tree.lemma(*verb))) return;
  take_counted(tree, i);
}

/// "no fewer than 30 houses", "at least 40 died": the words belong to the number, without which it
/// says something else.
void join_bound(Tree& tree, std::uint32_t i) {
  const std::string& word = tree.word(i);
  if (i == 0 || i + 1 >= tree.size() || !is_number(tree, i + 1)) return;
  const std::string& before = tree.word(i - 1);
  const bool than = word == "than" && (before == "more" || before == "fewer" || before == "less");
  const bool at = before == "at" && (word == "least" || word == "most");
  if (!than && !at) return;
  const bool counts = tree.relation(i + 1) == nummod && *tree.head(i + 1) > i;
  const std::uint32_t counted = counts ? *tree.head(i + 1) : i + 1;
  const std::uint32_t bound = than ? i - 1 : i, other = than ? i : i - 1;
  if (tree.below(counted, bound) || tree.below(counted, other)) return;
  tree.attach(bound, counted, advmod);
  tree.attach(other, bound, fixed);
  const bool denied = i >= 2 && (tree.word(i - 2) == "no" || tree.word(i - 2) == "not");
  if (than && denied) tree.attach(i - 2, bound, advmod);
  tree.index();
  take_counted(tree, counted);
}

/// "three hundred and sixty-five": one number, not two.
void join_number(Tree& tree, std::uint32_t i) {
  static constexpr std::string_view kScales[] = {"hundred", "thousand", "million", "billion"};
  const std::optional<std::uint32_t> scale = tree.head(i);
  if (!tree.is(i, conj) || tree.upos(i) != Upos::num || !scale || *scale > i) return;
  if (std::find(std::begin(kScales), std::end(kScales), tree.word(*scale)) == std::end(kScales))
    return;
  const std::optional<std::uint32_t> word = tree.child(i, cc);
  const bool begins = word && *word == tree.extent(i).first && *word == *scale + 1;
  if (begins && tree.word(*word) == "and" && !tree.has(i, nmod)) tree.rehang(i, *scale, flat);
}

/// "is 8 km long and cost 90 million francs": what it cost, not how long it is.
void give_amount(Tree& tree, std::uint32_t i) {
  if (tree.relation(i) != obl_unmarked || !tree.has(i, nummod) || !tree.head(i)) return;
  for (const std::uint32_t verb : tree.children(*tree.head(i))) {
    const bool own = tree.is(verb, conj) && tree.upos(verb) == Upos::verb && verb < i &&
                     tree.extent(i).first == tree.extent(verb).last;
    if (own && !tree.has(verb, obj)) return tree.rehang(i, verb, obj);
  }
}

/// "fell from $210 to $180", "by a point to 5%": two ends of one way, not a sum of dollars to a
/// sum.
void part_ends(Tree& tree, std::uint32_t i) {
  if (!tree.is(i, nmod) || !tree.has(i, case_) || tree.word(*tree.child(i, case_)) != "to") return;
  const std::uint32_t from = *tree.head(i);
  const std::optional<std::uint32_t> verb = tree.head(from);
  if (!verb || !tree.is(from, obl) || !tree.has(from, case_)) return;
  const std::string& word = tree.word(*tree.child(from, case_));
  if (word == "from" || (word == "by" && tree.has(i, nummod))) tree.rehang(i, *verb, obl);
}

/// "voted 12 to 3", "ruled 5-4": how, not what.
void take_score(Tree& tree, std::uint32_t i) {
  const std::optional<std::uint32_t> verb = tree.head(i);
  if (!tree.is(i, obj) || tree.upos(i) != Upos::num || !verb || i + 2 >= tree.size()) return;
  if (!is_deciding_verb(tree.lemma(*verb)) || tree.upos(i + 2) != Upos::num) return;
  const std::string& link = tree.word(i + 1);
  if (link == "to" || link == "-" || link == "\u2013") tree.rehang(i, *verb, obl_unmarked);
}

bool has_time(const Tree& tree, std::uint32_t verb) {
  return std::any_of(
      tree.children(verb).begin(), tree.children(verb).end(),
      [&](std::uint32_t child) { return tree.is(child, obl) && tree.time(child).has_value(); });
}

/// Whether the clause at `verb` only describes the noun in front: "gunmen wearing uniforms", "men
/// armed with knives"; not "a bridge built in 1936".
bool describes(const Tree& tree, std::uint32_t verb) {
  if (tree.relation(verb) != acl || tree.has(verb, mark) || tree.has(verb, aux)) return false;
  return tree.xpos(verb) == Xpos::vbg ||
         (tree.xpos(verb) == Xpos::vbn && is_stative_participle(tree.word(verb)));
}

/// "were abducted by gunmen wearing uniforms in August": that is when they were abducted.
void raise_time(Tree& tree, std::uint32_t i) {
  if (!tree.is(i, obl) || !tree.time(i) || !tree.head(i)) return;
  const std::uint32_t participle = *tree.head(i);
  if (participle > i || !describes(tree, participle)) return;
  const std::uint32_t noun = *tree.head(participle);
  const std::optional<std::uint32_t> verb = tree.head(noun);
  if (!verb || *verb > noun || tree.upos(*verb) != Upos::verb || has_time(tree, *verb)) return;
  if (!tree.is_any(noun, {obj, obl}) || !is_finite(tree, *verb)) return;
  if (tree.extent(i).last == tree.extent(participle).last) tree.rehang(i, *verb, obl);
}

/// "my number one priority": the priority.
void join_rank(Tree& tree, std::uint32_t i) {
  if (tree.word(i) != "number" || i + 2 >= tree.size() || tree.upos(i + 1) != Upos::num) return;
  const std::uint32_t noun = i + 2;
  if (tree.head(noun) != i || !tree.xpos(noun).is(Xpos::nn)) return;
  tree.attach(noun, tree.head(i), tree.relation(i));
  for (const std::uint32_t child : std::vector<std::uint32_t>(tree.children(i)))
    if (child != noun) tree.attach(child, noun, tree.relation(child));
  tree.attach(i + 1, i, nummod);
  tree.rehang(i, noun, compound);
}

/// "runs this fall", read as what is run.
void free_season(Tree& tree, std::uint32_t i) {
  if (!tree.is(i, obj) || i == 0 || !tree.head(i)) return;
  const std::string& before = tree.word(i - 1);
  if (!tree.time(i) && before != "that") return;
  if (!months_of_season(tree.word(i))) return;
  if (before == "this" || before == "last" || before == "next" || before == "that")
    tree.rehang(i, *tree.head(i), obl);
}

}  // namespace

void repair_measures(Tree& tree) {
  date_chronicle(tree);
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    join_up_to(tree, i);
    join_between(tree, i);
    join_bound(tree, i);
    take_counted_behind(tree, i);
    join_number(tree, i);
    give_amount(tree, i);
    part_ends(tree, i);
    part_change(tree, i);
    take_score(tree, i);
    raise_time(tree, i);
    free_season(tree, i);
    join_rank(tree, i);
  }
}

}  // namespace dossier::extract::clause
