// SPDX-License-Identifier: Apache-2.0
// Attaches participles and relative clauses to a whole, a group or a doer, not to parts and things.
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "a team of nurses led by Lund", "a maker of pumps based in Lima": nurses are not led one by one,
/// pumps are based nowhere.
void give_to_group(Tree& tree, std::uint32_t i) {
  if (tree.relation(i) != acl || tree.xpos(i) != Xpos::vbn || !tree.head(i)) return;
  const std::uint32_t many = *tree.head(i);
  const std::optional<std::uint32_t> one = tree.head(many);
  if (!one || !tree.is(many, nmod) || tree.xpos(many) != Xpos::nns || tree.has(many, det)) return;
  if (preposition(tree, many) != "of" || many > i || !tree.is_nominal(*one)) return;
  const NounClass whole = Lexicon::builtin().word(tree.lemma(*one)).noun_class;
  const NounClass part = Lexicon::builtin().word(tree.lemma(many)).noun_class;
  const std::string& word = tree.lemma(i);
  const bool led = word == "lead" || word == "head" || word == "chair" || word == "command";
  const bool seated = word == "base" || word == "headquarter";
  const bool acts = whole == NounClass::group || (seated && whole == NounClass::person);
  if (acts && (led || (seated && part != NounClass::person))) tree.rehang(i, *one, acl);
}

bool is_group_or_person(const Tree& tree, std::uint32_t noun) {
  const Mention* name = tree.mention(noun);
  if (name) return name->type == MentionType::organization || name->type == MentionType::person;
  const NounClass kind = Lexicon::builtin().word(tree.lemma(noun)).noun_class;
  return kind == NounClass::group || kind == NounClass::person;
}

/// "is a degree awarding college": a college, not a degree.
void give_to_awarder(Tree& tree, std::uint32_t i) {
  if (tree.relation(i) != acl || tree.xpos(i) != Xpos::vbg || tree.head(i) != i - 1) return;
  const std::uint32_t what = i - 1;
  const std::optional<std::uint32_t> who = tree.child(i, obj);
  const std::optional<std::uint32_t> article = tree.child(what, det);
  if (!who || !article || tree.has(*who, det) || tree.extent(*who).first != i + 1) return;
  if (tree.xpos(what) != Xpos::nn || tree.xpos(*who) != Xpos::nn || tree.mention(what)) return;
  const std::string& word = tree.word(*article);
  if ((word != "a" && word != "an") || !is_group_or_person(tree, *who)) return;
  tree.replace(what, *who, compound);
  tree.rehang(i, *who, amod);
}

/// "a letter from the Society, which refuses to pay": letters refuse nothing.
void give_to_doer(Tree& tree, std::uint32_t i) {
  if (tree.relation(i) != acl_relcl || !tree.head(i) || !tree.has(i, nsubj)) return;
  const std::string& verb = tree.lemma(i);
  const std::optional<Modality> control = subject_control(verb);
  const bool decides = is_reporting_verb(verb) || is_failing_verb(verb) ||
                       (control && *control != Modality::asserted);
  if (!decides) return;
  const std::uint32_t noun = *tree.head(i), first = tree.extent(i).first;
  if (is_group_or_person(tree, noun) || tree.mention(noun)) return;
  for (const std::uint32_t child : tree.children(noun))
    if (tree.is(child, nmod) && child > noun && is_group_or_person(tree, child) &&
        tree.word(first) == "," && tree.extent(child).last == first)
      return tree.rehang(i, child, acl_relcl);
}

/// "a lender with an offering capability headquartered in Lima", "a firm for boats based in Lima":
/// the lender, the firm.
void give_seat(Tree& tree, std::uint32_t i) {
  const std::string& word = tree.lemma(i);
  if (tree.relation(i) != acl || (word != "base" && word != "headquarter") || !tree.head(i)) return;
  std::uint32_t noun = *tree.head(i);
  while (!is_group_or_person(tree, noun) && !tree.mention(noun)) {
    const std::optional<std::uint32_t> above = tree.head(noun);
    if (!above || *above > noun || !tree.is(noun, nmod) || !tree.is_nominal(*above)) return;
    noun = *above;
  }
  if (noun != *tree.head(i)) tree.rehang(i, noun, acl);
}

/// "a museum of fishing, run by Lund": the museum, as the comma says.
void give_to_whole(Tree& tree, std::uint32_t i) {
  if (tree.relation(i) != acl || tree.xpos(i) != Xpos::vbn || !tree.head(i)) return;
  const std::uint32_t of = *tree.head(i);
  const std::optional<std::uint32_t> whole = tree.head(of);
  if (!whole || of > i || !tree.is(of, nmod) || tree.mention(of) || tree.has(of, det)) return;
  const bool behind_comma = tree.word(tree.extent(i).first) == ",";
  if (behind_comma && preposition(tree, of) == "of" && tree.is_nominal(*whole))
    tree.rehang(i, *whole, acl);
}

bool names_place(const Tree& tree, std::uint32_t i) {
  const Mention* mention = tree.mention(i);
  return mention && is_place(mention->type);
}

/// "a firm based in Tempe, Arizona founded by Berg", read as if Arizona was founded.
void give_region(Tree& tree, std::uint32_t i) {
  const std::optional<std::uint32_t> region = tree.child(i, nsubj);
  if (tree.relation(i) != acl || !region || !names_place(tree, *region)) return;
  const std::uint32_t first = tree.mention(*region)->tokens.first;
  if (first < 2 || tree.word(first - 1) != "," || !names_place(tree, first - 2)) return;
  std::uint32_t city = first - 2;
  while (tree.head(city) && tree.mention(*tree.head(city)) == tree.mention(city))
    city = *tree.head(city);
  tree.rehang(*region, city, appos);
}

/// "The building dates from 1320", with the article at the verb.
void give_article(Tree& tree, std::uint32_t i) {
  const std::optional<std::uint32_t> verb = tree.head(i);
  const bool astray = tree.relation(i) == det && verb && *verb > i + 1 &&
                      tree.upos(*verb) == Upos::verb && tree.head(i + 1) == verb;
  if (astray && tree.is_any(i + 1, {nsubj, obj})) tree.rehang(i, i + 1, det);
}

}  // namespace

void repair_wholes(Tree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    give_article(tree, i);
    give_region(tree, i);
    give_to_group(tree, i);
    give_to_whole(tree, i);
    give_seat(tree, i);
    give_to_doer(tree, i);
    give_to_awarder(tree, i);
  }
}

}  // namespace dossier::extract::clause
