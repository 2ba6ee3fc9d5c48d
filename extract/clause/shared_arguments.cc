// SPDX-License-Identifier: Apache-2.0
// Arguments that the tree keeps elsewhere: at a verb joined to this one, at the noun of a relative
// clause, at the object.
#include "extract/clause/argument_reader.h"
#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "founded, and until 2012 led, the club": words between two verbs of one object, at most.
constexpr std::uint32_t kReachOfObject = 6;

bool is_goal(const std::string& word) {
  return word == "to" || word == "from" || word == "with" || word == "into" || word == "against";
}

}  // namespace

/// "a change in the rules", but not "three schools in the town", where the schools are.
bool ArgumentReader::tells_more(std::uint32_t noun, const std::string& marker) const {
  static const WordSet named("nouns", "named_after"), place("nouns", "place_head");
  const std::string& lemma = tree_.lemma(noun);
  const bool thing = is_person_noun(lemma) || is_body_noun(lemma) || named.contains(lemma) ||
                     place.contains(lemma);
  return marker == "of" || (!thing && noun_takes(lemma, marker));
}

/// "There are three hospitals in the town": where the subject is.
void ArgumentReader::add_place_of_subject() {
  if (!predicate_.subject) return;
  std::vector<std::uint32_t> things{*predicate_.subject};
  for (const std::uint32_t child : tree_.children(things.front()))
    if (tree_.is(child, conj)) things.push_back(child);
  std::vector<std::uint32_t> places;
  for (const std::uint32_t thing : things)
    for (const std::uint32_t child : tree_.children(thing))
      if (tree_.relation(child) == nmod && child > thing &&
          !tells_more(thing, preposition(tree_, child)))
        places.push_back(child);
  if (places.empty()) return;
  for (FrameArgument& subject : result_)
    for (Argument& member : subject.members) member = phrase(tree_, member.head, false);
  for (const std::uint32_t place : places)
    add(ArgumentRole::oblique, place, preposition(tree_, place), tree_.sure(place));
}

/// "held talks with X", "sent a letter to X": the phrase attached to the noun.
void ArgumentReader::lift(std::uint32_t noun) {
  const bool light = light_noun(tree_, predicate_) == noun;
  if (light) result_.back().members.front() = phrase(tree_, noun, false);
  std::vector<std::uint32_t> lifted;
  for (const std::uint32_t child : tree_.children(noun)) {
    if (tree_.relation(child) != nmod || child < noun || child < predicate_.head) continue;
    const std::string marker = preposition(tree_, child);
    if (marker == "of" || marker == "by" || marker.empty() || is_fixed_adverbial(tree_, child))
      continue;
    const bool drawn = noun_takes(tree_.lemma(noun), marker) || tree_.mention(noun) ||
                       tells_event(tree_, noun, child);
    const bool where = is_place_name(tree_, child) && (marker == "in" || marker == "at");
    // "published an interview with X" is no publishing with X.
    if (!light && ((!is_goal(marker) && !where) || drawn || marker == "with")) continue;
    lifted.push_back(child);
  }
  for (const std::uint32_t child : lifted)
    add(ArgumentRole::oblique, child, preposition(tree_, child),
        tree_.sure(child) * (light ? 1 : confidence::kLiftedPhrase));
}

/// "On Monday, X met Y and visited Z", "In Oslo, X met Y and visited Z": when and where both
/// happen.
void ArgumentReader::add_shared_front() {
  if (!predicate_.joined) return;
  const Predicate& first = reading_.predicates[*predicate_.joined];
  if (!first.subject || first.subject != predicate_.subject ||
      tree_.head(*first.subject) != first.head)
    return;
  for (const std::uint32_t child : tree_.children(first.head)) {
    if (child > *first.subject || !tree_.is_any(child, {obl, advmod})) continue;
    const bool time = tree_.time(child).has_value();
    if (!time && !(is_place_name(tree_, child) && tree_.has(child, case_))) continue;
    add(time ? ArgumentRole::time : ArgumentRole::oblique, child, preposition(tree_, child),
        tree_.sure(child) * confidence::kSharedArgument);
    if (time) result_.back().time = tree_.time(child);
  }
}

/// The object of the last of several verbs: "signed the treaty", "is head of the treaty's office".
std::optional<std::uint32_t> ArgumentReader::object_of_last(const Predicate& last) const {
  if (!last.form.copula) return tree_.child(last.head, obj);
  if (!is_title_noun(tree_.word(last.head)) || !is_owning_verb(predicate_.form.lemma))
    return std::nullopt;
  for (const std::uint32_t child : tree_.children(last.head))
    if (tree_.is(child, nmod) && preposition(tree_, child) == "of") return child;
  return std::nullopt;
}

/// "drafted and signed the treaty", "founded and is head of the club": the object is after the last
/// verb.
void ArgumentReader::add_shared_object() {
  if (has(ArgumentRole::object) || passive() || predicate_.form.copula) return;
  if (is_intransitive_verb(predicate_.form.lemma)) return;  // "stay and fight the fire"
  const std::uint32_t first = tree_.first_conjunct(predicate_.head);
  for (const std::uint32_t child : tree_.children(first)) {
    const Predicate* other = reading_.at(child);
    if (!tree_.is(child, conj) || !other || other->form.passive || other->form.infinitive ||
        child <= predicate_.head || child > predicate_.head + kReachOfObject)
      continue;
    const std::optional<std::uint32_t> object = object_of_last(*other);
    const bool bare = result_.size() <= 1 && !tree_.has(child, nsubj);
    if (!object || !bare || *object < child) continue;
    add(ArgumentRole::object, *object, {}, tree_.sure(*object) * confidence::kSharedArgument);
    return;
  }
}

/// "the plan we signed": the noun before is the object; "the plan we work on".
void ArgumentReader::add_gap() {
  if (!predicate_.antecedent || predicate_.form.copula || !own_subject()) return;
  const std::uint32_t noun = *predicate_.antecedent;
  if (predicate_.link != Link::relative || is_time(noun) || tree_.lemma(noun) == "way" ||
      tree_.lemma(noun) == "reason")
    return;
  for (const std::uint32_t child : tree_.children(predicate_.head)) {
    const bool left_behind = tree_.upos(child) == Upos::adp && tree_.is_any(child, {obl, case_});
    if (!left_behind || child < predicate_.head) continue;
    add(ArgumentRole::oblique, noun, tree_.word(child), confidence::kGap);
    result_.back().extent = before_clause(noun);
    return;
  }
  if (has(ArgumentRole::object) || has(ArgumentRole::complement) || passive()) return;
  if (has_relative_word()) return;
  add(ArgumentRole::object, noun, {}, confidence::kGap);
  result_.back().extent = before_clause(noun);
}

bool ArgumentReader::own_subject() const {
  return predicate_.subject && tree_.head(*predicate_.subject) == predicate_.head;
}

bool ArgumentReader::has_relative_word() const {
  for (std::uint32_t i = tree_.extent(predicate_.head).first; i < predicate_.head; ++i)
    if (tree_.xpos(i).is(Xpos::w)) return true;
  return false;
}

}  // namespace dossier::extract::clause
