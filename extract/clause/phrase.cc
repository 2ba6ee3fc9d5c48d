// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/phrase.h"

#include <algorithm>

#include "extract/clause/argument_words.h"
#include "extract/clause/verb_form.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// What belongs to the phrase in front of its noun.
bool belongs_before(const Tree& tree, std::uint32_t child) {
  if (tree.is_any(child, {det, amod, compound, nummod, flat, goeswith})) return true;
  if (tree.is_any(child, {nmod_poss, nmod_desc, nmod_unmarked})) return true;
  // "about 90 people", not "of course, the people"
  if (tree.is(child, advmod)) {
    const std::uint32_t next = tree.extent(child).last;
    return !denies(tree, child) && next < tree.size() &&
           (tree.upos(next) == Upos::num || tree.xpos(next) == Xpos::pdt ||
            tree.xpos(next) == Xpos::currency);
  }
  return tree.is(child, punct) && tree.xpos(child) == Xpos::hyph;
}

/// "a vote of 5-0", "voted 12 to 3": one result, no range.
bool is_score(const Tree& tree, std::uint32_t noun, std::uint32_t child) {
  if (tree.upos(noun) != Upos::num || tree.upos(child) != Upos::num || child != noun + 2)
    return false;
  const std::string& link = tree.word(noun + 1);
  const bool voted =
      link == "to" && tree.head(noun) && is_deciding_verb(tree.lemma(*tree.head(noun)));
  return link == "-" || link == "\u2013" || voted;
}

/// "repaired the roof himself": who did it, not what.
bool is_reflexive(const Tree& tree, std::uint32_t i) {
  const std::string& word = tree.word(i);
  return is_pronoun(tree, i) && (word.ends_with("self") || word.ends_with("selves"));
}

bool belongs_behind(const Tree& tree, std::uint32_t noun, std::uint32_t child) {
  if (is_reflexive(tree, child)) return false;
  if (tree.is_any(child, {flat, compound, goeswith, fixed, nummod})) return true;
  if (is_score(tree, noun, child)) return true;
  if (tree.relation(child) == nmod_unmarked) return child == noun + 1;
  if (tree.relation(child) != nmod) return false;
  const std::string word = preposition(tree, child);
  // "a briefing by Berg": without the name it is any briefing.
  if (word == "by" && tree.mention(child) && !tree.mention(noun)) return true;
  return word == "of" || noun_takes(tree.lemma(noun), word) || tells_event(tree, noun, child);
}

TokenRange name_around(const Tree& tree, TokenRange range, std::uint32_t noun) {
  if (const Mention* mention = tree.mention(noun)) {
    range.first = std::min(range.first, mention->tokens.first);
    range.last = std::max(range.last, mention->tokens.last);
  }
  if (const auto time = tree.time(noun))
    range.last = std::max(range.last, tree.sentence().times[*time].tokens.last);
  // "$180bn.", whose last word looks like a full stop; "30 per cent more"
  const bool rate = range.last < tree.size() && tree.word(range.last) == "/";  // "90 km/h"
  if (tree.xpos(noun) == Xpos::currency || tree.lemma(noun) == "percent" ||
      tree.lemma(noun) == "cent" || rate)
    for (const Quantity& quantity : tree.sentence().quantities)
      if (quantity.tokens.contains(noun)) range.last = std::max(range.last, quantity.tokens.last);
  return range;
}

/// Modifiers without a gap: "where Kenya was the winner" is "the winner".
void extend_left(const Tree& tree, std::uint32_t noun, TokenRange& range) {
  const std::vector<std::uint32_t>& children = tree.children(noun);
  for (auto child = children.rbegin(); child != children.rend(); ++child) {
    if (*child > noun) continue;
    const TokenRange extent = tree.extent(*child);
    if (!belongs_before(tree, *child)) {
      if (tree.is_any(*child, {punct, cc, case_})) continue;
      return;
    }
    std::uint32_t gap = extent.last;
    while (gap < range.first && (tree.upos(gap) == Upos::punct || tree.is(gap, cc))) ++gap;
    if (gap < range.first) return;
    range.first = std::min(range.first, extent.first);
  }
}

/// "the importance of mobilising support", "attempts to revise it": without the clause the noun
/// says nothing.
bool says_what(const Tree& tree, std::uint32_t noun, std::uint32_t clause, std::uint32_t end) {
  if (tree.relation(clause) != acl || tree.extent(clause).first != end || tree.mention(noun))
    return false;
  if (is_person_noun(tree.lemma(noun)) || tree.has(clause, conj)) return false;
  const std::optional<std::uint32_t> word = tree.child(clause, mark);
  return word && *word < clause && (tree.word(*word) == "of" || tree.word(*word) == "to");
}

/// "of" phrases and what else the noun draws; a gap (an aside, a clause) ends the phrase.
void extend_right(const Tree& tree, std::uint32_t noun, bool whole, TokenRange& range) {
  for (const std::uint32_t child : tree.children(noun)) {
    if (whole && child > noun && says_what(tree, noun, child, range.last)) {
      range.last = child + 1;
      if (const auto object = tree.child(child, obj); object && *object > child)
        range.last = std::max(range.last, phrase(tree, *object).tokens.last);
      continue;
    }
    if (child < noun || !belongs_behind(tree, noun, child)) continue;
    const TokenRange extent = tree.extent(child);
    if (tree.relation(child) != nmod || is_score(tree, noun, child)) {
      range.last = std::max(range.last, extent.last);
      continue;
    }
    if (!whole && preposition(tree, child) != "of") continue;
    if (tree.xpos(child).is(Xpos::w)) continue;  // "the answer to what ..."
    if (extent.first > range.last) continue;
    for (const std::uint32_t member : conjuncts(tree, child))
      range.last = std::max(range.last, phrase(tree, member).tokens.last);
    // "the cause and cost of X": X belongs to both.
    for (const std::uint32_t of : tree.children(child))
      if (of > child && belongs_behind(tree, child, of) && tree.extent(of).first == range.last)
        range.last = phrase(tree, of).tokens.last;
  }
}

/// "20-minute", "brother-in-law": one word, whatever the tree makes of its parts.
void whole_word(const Tree& tree, TokenRange& range) {
  const std::vector<Token>& tokens = tree.sentence().tokens;
  const auto joined = [&](std::uint32_t i) {  // to the word before
    return i > 0 && tokens[i - 1].span.end == tokens[i].span.begin;
  };
  while (range.last + 1 < tree.size() && tree.word(range.last) == "-" && joined(range.last) &&
         joined(range.last + 1) && tree.upos(range.last + 1) != Upos::punct)
    range.last += 2;
  while (range.first > 1) {
    const std::uint32_t first = range.first;
    if (tree.word(first) == "-" && joined(first) && tree.upos(first - 1) != Upos::punct)
      range.first = first - 1;
    else if (tree.word(first - 1) == "-" && joined(first) && joined(first - 1))
      range.first = first - 2;
    else
      return;
  }
}

/// "its president, Anna Berg", "the President of the council Anna Berg": the name says who.
void take_name(const Tree& tree, std::uint32_t noun, Argument& phrase_of) {
  if (const std::optional<TokenRange> name = tree.holder(noun)) {
    phrase_of.tokens.last = std::max(phrase_of.tokens.last, name->last);
    phrase_of.head = name->last - 1;
    return;
  }
  const bool common = tree.upos(noun) == Upos::noun || is_title_noun(tree.word(noun));
  if (tree.mention(noun) || !common || tree.xpos(noun) == Xpos::nns) return;
  std::uint32_t end = phrase_of.tokens.last;
  for (const std::uint32_t child : tree.children(noun)) {
    if (tree.relation(child) == nmod && child > noun)  // "Minister FOR EUROPE, Anna Berg"
      end = std::max(end, tree.extent(child).last);
    if (!tree.is(child, appos) || tree.extent(child).first > end + 1) continue;
    const Argument name = phrase(tree, child);
    const Mention* mention = tree.mention(name.head);
    if (!mention || mention->tokens.last <= phrase_of.tokens.last) continue;
    if (names_source(tree, child)) continue;
    const bool bracketed = tree.word(tree.extent(child).first) == "(";
    phrase_of.tokens.last = mention->tokens.last + (bracketed ? 1 : 0);
    phrase_of.head = mention->tokens.last - 1;
    return;
  }
}

}  // namespace

FrameArgument noun_argument(const Tree& tree, ArgumentRole role, std::uint32_t noun,
                            TokenRange extent) {
  FrameArgument result;
  result.role = role;
  result.extent = extent;
  result.members = phrases(tree, noun);
  result.confidence = static_cast<float>(tree.sure(noun));
  return result;
}

std::string preposition(const Tree& tree, std::uint32_t noun) {
  std::string result;
  for (const std::uint32_t child : tree.children(noun)) {
    if (!tree.is(child, case_) || child > noun || tree.xpos(child) == Xpos::pos) continue;
    // "sentenced to up to 20 years"
    if (!result.empty() && tree.word(child) == "up") continue;
    if (!result.empty()) result += "_";
    const std::uint32_t last = tree.extent(child).last;
    for (std::uint32_t i = tree.extent(child).first; i < last; ++i) {
      if (i != child && !tree.is(i, fixed)) continue;
      result += (result.empty() || result.back() == '_' ? "" : "_") + tree.word(i);
    }
  }
  return result;
}

Argument phrase(const Tree& tree, std::uint32_t noun, bool whole) {
  TokenRange range = name_around(tree, {noun, noun + 1}, noun);
  extend_left(tree, noun, range);
  extend_right(tree, noun, whole, range);
  whole_word(tree, range);
  Argument result;
  while (range.first < noun &&
         (tree.is(range.first, cc) || tree.upos(range.first) == Upos::punct) &&
         tree.xpos(range.first) != Xpos::hyph)
    ++range.first;
  result.tokens = range;
  result.head = noun;
  const Mention* mention = tree.mention(noun);
  if (mention && mention->tokens.last <= range.last) result.head = mention->tokens.last - 1;
  take_name(tree, noun, result);
  return result;
}

bool is_negative(const Tree& tree, std::uint32_t noun) {
  const std::string& word = tree.word(noun);
  if (word == "nobody" || word == "nothing" || word == "none" || word == "neither") return true;
  for (const std::uint32_t child : tree.children(noun)) {
    if (tree.is(child, det) && (tree.word(child) == "no" || tree.word(child) == "neither"))
      return true;
    if (tree.is(child, cc) && child < noun && tree.word(child) == "neither") return true;
    // "not all of them"
    for (std::uint32_t i = tree.extent(child).first; i < child + 1 && child < noun; ++i)
      if (tree.word(i) == "not" && i + 1 < noun &&
          (tree.word(i + 1) == "all" || tree.word(i + 1) == "every" || tree.word(i + 1) == "many" ||
           tree.word(i + 1) == "one" || tree.word(i + 1) == "a"))
        return true;
  }
  return false;
}

bool is_relative_pronoun(const Tree& tree, std::uint32_t i) {
  const auto& tag = tree.xpos(i);
  return tag == Xpos::wdt || tag == Xpos::wp || (tag == Xpos::in && tree.word(i) == "that");
}

std::optional<std::uint32_t> who_is_asked(const Tree& tree, std::uint32_t verb) {
  const std::optional<std::uint32_t> receiver = tree.child(verb, iobj);
  return receiver ? receiver : tree.child(verb, obj);
}

bool is_pronoun(const Tree& tree, std::uint32_t i) {
  return tree.xpos(i) == Xpos::prp || tree.xpos(i) == Xpos::prp_poss;
}

}  // namespace dossier::extract::clause
