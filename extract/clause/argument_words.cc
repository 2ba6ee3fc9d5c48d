// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/argument_words.h"

#include <algorithm>

#include "extract/clause/arguments.h"
#include "extract/clause/phrase.h"
#include "extract/clause/verb_form.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

TokenRange attribute_extent(const Reading& reading, std::uint32_t head) {
  const Tree& tree = reading.tree;
  TokenRange range{head, head + 1};
  for (const std::uint32_t child : tree.children(head)) {
    if (tree.is_any(child, {nsubj, csubj, cop, aux, punct, mark, expl, advcl, obl, parataxis, cc,
                            ccomp, xcomp, discourse, dislocated}))
      continue;
    if (tree.is(child, conj) && reading.by_token[child]) continue;
    if (tree.is(child, advmod) && (denies(tree, child) || child + 3 < head)) continue;
    range.first = std::min(range.first, tree.extent(child).first);
    range.last = std::max(range.last, tree.extent(child).last);
  }
  return range;
}

namespace {

/// "less frequent", "too small": without the adverb it is another state, if not the opposite.
TokenRange with_degree(const Tree& tree, std::uint32_t head) {
  if (head == 0 || tree.head(head - 1) != head || !tree.is(head - 1, advmod))
    return {head, head + 1};
  const std::string& word = tree.word(head - 1);
  const bool turns =
      word == "less" || word == "least" || word == "too" || word == "more" || word == "most";
  return {turns ? head - 1 : head, head + 1};
}

}  // namespace

std::vector<Argument> states(const Tree& tree, std::uint32_t head) {
  std::vector<Argument> result{{with_degree(tree, head), head, {}, {}}};
  for (const std::uint32_t child : tree.children(head))
    if (tree.is(child, conj) && tree.upos(child) == Upos::adj && !tree.has(child, nsubj) &&
        !tree.has(child, cop))
      result.push_back({with_degree(tree, child), child, {}, {}});
  return result;
}

std::optional<std::uint32_t> carried_phrase(const Tree& tree, std::uint32_t noun) {
  // "in its support of X" tells who supports it.
  const bool with_of =
      carries_of(tree.lemma(noun)) && !tree.has(noun, nmod_poss) && !tree.has(noun, amod);
  for (const std::uint32_t child : tree.children(noun))
    if (tree.relation(child) == nmod && tree.extent(child).first == noun + 1 &&
        (with_of || preposition(tree, child) != "of"))
      return child;
  return std::nullopt;
}

bool is_fixed_adverbial(const Tree& tree, std::uint32_t child) {
  const TokenRange extent = tree.extent(child);
  std::vector<std::string> words;
  for (std::uint32_t i = extent.first; i < extent.last; ++i)
    if (tree.upos(i) != Upos::punct) words.push_back(tree.word(i));
  const FixedPhrase fixed = fixed_phrase(words);
  if (fixed.kind == Fixed::adverbial && fixed.length == words.size()) return true;
  const std::string& noun = tree.lemma(child);
  if (noun == "instruction" || noun == "request" || noun == "initiative" || noun == "invitation")
    return preposition(tree, child) != "to" && !tree.is(child, nmod);
  // "seen as a way to save money"
  const bool told = tree.has(child, acl) && preposition(tree, child) == "as";
  return is_manner_noun(noun) && !told && !tree.has(child, nmod) && !tree.mention(child);
}

std::string fixed_words(const Tree& tree, std::uint32_t mark) {
  std::string result = tree.word(mark);
  for (const std::uint32_t child : tree.children(mark))
    if (tree.is(child, fixed)) result += "_" + tree.word(child);
  return result;
}

std::optional<std::uint32_t> number_below(const Tree& tree, std::uint32_t word) {
  for (const std::uint32_t child : tree.children(word))
    if (tree.upos(child) == Upos::num) return child;
  return std::nullopt;
}

bool names_source(const Tree& tree, std::uint32_t apposition) {
  const Mention* name = tree.mention(apposition);
  if (!name || name->tokens.first == 0 || tree.word(name->tokens.first - 1) != "(") return false;
  return name->tokens.last == tree.size() || tree.word(name->tokens.last) != ")";
}

bool is_indefinite(const Tree& tree, std::uint32_t noun) {
  const std::optional<std::uint32_t> article = tree.child(noun, det);
  return tree.xpos(noun) == Xpos::nn && article &&
         (tree.word(*article) == "a" || tree.word(*article) == "an");
}

bool means_person(std::string_view lemma) {
  return is_person_noun(lemma) || Lexicon::builtin().word(lemma).noun_class == NounClass::person;
}

bool is_common_title(const Tree& tree, std::uint32_t noun) {
  const bool nominal = tree.upos(noun) == Upos::noun || tree.upos(noun) == Upos::propn;
  return nominal && !tree.mention(noun) &&
         (is_title_noun(tree.lemma(noun)) || is_title_noun(tree.word(noun)));
}

bool is_unique_post(const Tree& tree, std::uint32_t noun) {
  const std::string& word = tree.word(noun);
  const bool prime = word == "minister" && noun > 0 && tree.word(noun - 1) == "prime";
  const std::uint32_t first = prime ? noun - 1 : noun;
  if (first > 0 && (tree.word(first - 1) == "deputy" || tree.word(first - 1) == "vice"))
    return false;
  return prime || word == "king" || word == "queen" || word == "chancellor" || word == "premier" ||
         word == "pope" ||
         (word == "president" && noun + 1 < tree.size() && tree.word(noun + 1) != "and");
}

bool means_person(const Tree& tree, std::uint32_t noun) {
  return is_common_title(tree, noun) || means_person(tree.lemma(noun));
}

bool is_group(const Tree& tree, std::uint32_t noun) {
  if (tree.mention(noun)) return false;
  const std::string& lemma = tree.lemma(noun);
  return is_body_noun(lemma) || Lexicon::builtin().is(lemma, kOrganizationHead) ||
         Lexicon::builtin().word(lemma).noun_class == NounClass::group;
}

bool is_place_name(const Tree& tree, std::uint32_t noun) {
  const Mention* mention = tree.mention(noun);
  return mention && is_place(mention->type);
}

bool is_event(const Mention* name, std::string_view noun_lemma) {
  return name ? name->type == MentionType::event : Lexicon::builtin().names_event(noun_lemma);
}

std::optional<std::uint32_t> light_noun(const Tree& tree, const Predicate& predicate) {
  if (!is_light_verb(predicate.form.lemma)) return std::nullopt;
  std::optional<std::uint32_t> noun = tree.child(predicate.head, obj);
  if (predicate.form.passive && predicate.subject) noun = predicate.subject;
  if (!noun || tree.mention(*noun) || !is_light_noun(tree.lemma(*noun))) return std::nullopt;
  return noun;
}

}  // namespace dossier::extract::clause
