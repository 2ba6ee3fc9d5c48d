// SPDX-License-Identifier: Apache-2.0
// Repairs owners of several words: "the Government of Iraq's liberation of Tikrit".
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// The parts of "the BODY OF PLACE's THING".
struct Genitive {
  std::uint32_t body, of, place, mark, thing;
};

bool is_capital(const Tree& tree, std::uint32_t i) {
  const char first = tree.token(i).text.front();
  return first >= 'A' && first <= 'Z';
}

/// Whether `i` is a body or post that what follows "of" belongs to.
bool is_body(const Tree& tree, std::uint32_t i) {
  return is_capital(tree, i) &&
         (is_body_noun(tree.word(i)) || is_title_noun(tree.word(i)) || tree.mention(i));
}

/// What is owned: above the place, above the body, or read as a part of the body.
std::optional<std::uint32_t> owned(const Tree& tree, std::uint32_t body, std::uint32_t place,
                                   std::uint32_t mark) {
  for (const std::uint32_t owner : {place, body})
    if (tree.relation(owner) == nmod_poss && *tree.head(owner) > mark) return tree.head(owner);
  for (const std::uint32_t child : tree.children(body))
    if (tree.is(child, nmod) && tree.extent(child).first == mark + 1 && !tree.has(child, case_))
      return child;
  return std::nullopt;
}

std::optional<Genitive> genitive_at(const Tree& tree, std::uint32_t mark) {
  constexpr std::uint32_t kLongestPlace = 4;
  if (tree.xpos(mark) != Xpos::pos) return std::nullopt;
  for (std::uint32_t of = mark; of-- > 1 && of + kLongestPlace + 1 >= mark;) {
    if (tree.word(of) == ",") return std::nullopt;  // "Norwave of Oslo, Norway's largest firm"
    if (tree.word(of) != "of") continue;
    if (of + 1 >= mark || !is_body(tree, of - 1)) return std::nullopt;
    const auto thing = owned(tree, of - 1, mark - 1, mark);
    if (!thing) return std::nullopt;
    return Genitive{of - 1, of, mark - 1, mark, *thing};
  }
  return std::nullopt;
}

void own(Tree& tree, const Genitive& found) {
  const auto& [body, of, place, mark, thing] = found;
  if (tree.head(thing) == body || !tree.below(thing, body)) {
    // The thing stands where the body was read to stand, unless it has a place of its own.
    const bool inner = tree.head(thing) == body;
    const bool beside = tree.head(thing) == tree.head(body) && !tree.is(thing, nsubj);
    if (inner || beside) tree.attach(thing, tree.head(body), tree.relation(body));
  }
  tree.index();
  if (tree.below(body, thing) && tree.head(body) != thing) return;
  tree.attach(body, thing, nmod_poss);
  tree.attach(place, body, nmod);
  tree.attach(of, place, case_);
  tree.attach(mark, body, case_);
  tree.index();
  // "criticised the Ministry of Health's purchase", with "of" read as the purchase's.
  const std::optional<std::uint32_t> verb = tree.head(thing);
  if (verb && *verb < body && tree.relation(thing) == obl && !tree.has(thing, case_) &&
      !tree.has(*verb, obj) && !tree.time(thing))
    tree.rehang(thing, *verb, obj);
}

bool begins_with_whose(const Tree& tree, std::uint32_t i) {
  const std::uint32_t first = tree.extent(i).first;
  return tree.word(first) == "whose" ||
         (tree.word(first) == "," && tree.word(first + 1) == "whose");
}

/// "Norwave, whose chairman Lund was elected in 2019", read as Norwave, Lund: Lund was elected.
void give_to_owned(Tree& tree, std::uint32_t i) {
  if (tree.relation(i) != acl_relcl || !tree.head(i) || tree.has(i, nsubj)) return;
  const std::uint32_t above = *tree.head(i);
  std::optional<std::uint32_t> owned;
  if (tree.is(above, appos) && begins_with_whose(tree, above)) owned = above;
  for (const std::uint32_t child : tree.children(above))
    if (tree.is(child, appos) && child < i && begins_with_whose(tree, child)) owned = child;
  if (!owned) return;
  tree.attach(i, tree.head(*owned), acl_relcl);
  tree.rehang(*owned, i, tree.has(i, aux_pass) ? nsubj_pass : nsubj);
}

}  // namespace

void repair_genitives(Tree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    give_to_owned(tree, i);
    if (const auto found = genitive_at(tree, i)) own(tree, *found);
  }
}

}  // namespace dossier::extract::clause
