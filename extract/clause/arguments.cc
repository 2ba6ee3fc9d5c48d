// SPDX-License-Identifier: Apache-2.0
//
// The arguments of one predicate are its dependents in the tree, plus those that the tree keeps
// elsewhere:
//
//   the subject      found by predicates.cc, perhaps in another clause; of a passive the object, or
//                    the recipient ("the town was given a loan")
//   shared front     "On Monday, X met Y and visited Z": the time of the first verb
//   shared object    "drafted and signed the treaty": the object of the last verb
//   gap              "the plan we signed", "the plan we work on": the noun before the clause
//   lifted phrases   "sent a letter to X", "held talks with X": attached to the noun, meant by the
//                    verb
//   carried phrases  "is in contact with X": the noun becomes part of the preposition
//
// Each is added with how sure its arc is; sharing, lifting and gaps cost what confidence.h says.
// All are then put in the order of the text, and two bare objects become recipient and object.
#include "extract/clause/arguments.h"

#include <algorithm>
#include <utility>

#include "extract/clause/argument_reader.h"
#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/verb_form.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

std::vector<FrameArgument> ArgumentReader::read() {
  add_subject();
  if (predicate_.form.copula) add_attribute();
  if (predicate_.form.lemma == "be" && tree_.has(predicate_.head, expl)) add_place_of_subject();
  for (const std::uint32_t child : tree_.children(predicate_.head)) add_child(child);
  add_shared_front();
  add_shared_object();
  add_gap();
  add_year_of_event();
  std::stable_sort(result_.begin(), result_.end(),
                   [](const auto& a, const auto& b) { return a.extent.first < b.extent.first; });
  sort_objects();
  return std::move(result_);
}

void ArgumentReader::add(ArgumentRole role, std::uint32_t token, std::string marker,
                         double confidence) {
  FrameArgument argument;
  argument.role = role;
  argument.marker = std::move(marker);
  argument.extent = tree_.extent(token);
  argument.confidence = static_cast<float>(confidence);
  if (role != ArgumentRole::complement && role != ArgumentRole::adverb) {
    if (const auto time = tree_.time(token)) {
      argument.role = role == ArgumentRole::oblique ? ArgumentRole::time : role;
      argument.time = time;
    }
    argument.members = phrases(tree_, token);
  }
  const bool what = argument.marker.ends_with("with") || argument.marker == "about" ||
                    argument.marker == "of" || argument.marker == "against";
  // "jailed for 30 years", "sentenced to 20 years": an argument as any other number.
  const bool duration =
      (argument.marker == "for" || argument.marker == "to") && tree_.has(token, nummod);
  const bool measure = predicate_.form.copula && token + 1 == predicate_.head &&
                       tree_.xpos(predicate_.head) == Xpos::jj;  // "is 49 years old"
  if (argument.role == ArgumentRole::oblique && is_time(token) && !what && !duration && !measure)
    argument.role = ArgumentRole::time;
  result_.push_back(std::move(argument));
}

bool ArgumentReader::has(ArgumentRole role) const {
  return std::any_of(result_.begin(), result_.end(),
                     [&](const FrameArgument& one) { return one.role == role; });
}

void ArgumentReader::add_subject() {
  if (!predicate_.subject) return;
  const std::uint32_t noun = *predicate_.subject;
  const double sure = subject_certainty(noun);
  // "the town was given a loan"
  const bool receives =
      passive() && tree_.has(predicate_.head, obj) && is_ditransitive(predicate_.form.lemma);
  add(receives    ? ArgumentRole::recipient
      : passive() ? ArgumentRole::object
                  : ArgumentRole::subject,
      noun, {}, sure);
  FrameArgument& subject = result_.back();
  subject.time.reset();
  // Of a noun with its relative clause, the noun.
  if (predicate_.link == Link::relative || predicate_.link == Link::participle ||
      subject.extent.contains(predicate_.head))
    subject.extent = before_clause(noun);
  if (predicate_.antecedent && noun < predicate_.head) keep_described(subject);
}

/// Of a list the members that the relative clause is about: of "A, who left, and B" A, of "A and B,
/// the lawyer who left" B.
void ArgumentReader::keep_described(FrameArgument& list) const {
  std::erase_if(list.members,
                [&](const Argument& one) { return one.tokens.first > predicate_.head; });
  const std::uint32_t noun = *predicate_.antecedent;
  const bool one = noun != predicate_.subject && tree_.is(noun, appos) &&
                   tree_.xpos(noun) == Xpos::nn && tree_.has(noun, det);
  if (one && list.members.size() > 1)
    list.members.erase(list.members.begin(), list.members.end() - 1);
}

double ArgumentReader::subject_certainty(std::uint32_t noun) const {
  if (tree_.head(noun) == predicate_.head) return tree_.sure(noun);
  return tree_.sure(predicate_.head);
}

/// The noun phrase up to the clause attached to it.
TokenRange ArgumentReader::before_clause(std::uint32_t noun) const {
  TokenRange range{tree_.extent(noun).first, phrase(tree_, noun).tokens.last};
  for (const std::uint32_t child : tree_.children(noun)) {
    if (tree_.is_any(child, {acl, punct, cc, conj, appos, parataxis})) continue;
    if (tree_.is(child, case_)) {
      if (child < noun) range.first = std::max(range.first, tree_.extent(child).last);
      continue;
    }
    if (child > noun) range.last = std::max(range.last, tree_.extent(child).last);
  }
  const std::uint32_t first = tree_.first_conjunct(predicate_.head);
  range.last = std::min(range.last, std::max(noun + 1, tree_.extent(first).first));
  return range;
}

void ArgumentReader::add_child(std::uint32_t child) {
  const double sure = tree_.sure(child);
  if (tree_.is(child, obj)) return add_object(child, sure);
  if (tree_.is(child, iobj)) return add(ArgumentRole::recipient, child, {}, sure);
  if (tree_.is(child, obl)) return add_oblique(child, sure);
  if (tree_.is_any(child, {ccomp, xcomp, advcl})) return add_clause(child, sure);
  if (tree_.is(child, csubj)) return add_clause(child, sure, ArgumentRole::subject);
  if (tree_.is(child, advmod)) return add_adverb(child, sure);
}

/// What a relative pronoun stands for, else the word itself.
std::uint32_t ArgumentReader::meant(std::uint32_t child) const {
  const bool pronoun = is_relative_pronoun(tree_, child) && predicate_.antecedent;
  return pronoun ? *predicate_.antecedent : child;
}

/// The first of two objects receives the second; one alone is what is dealt with.
void ArgumentReader::sort_objects() {
  FrameArgument* first = nullptr;
  for (FrameArgument& argument : result_) {
    if (argument.role != ArgumentRole::object || passive()) continue;
    if (first && is_ditransitive(predicate_.form.lemma)) first->role = ArgumentRole::recipient;
    first = &argument;
  }
  if (first || has(ArgumentRole::complement) || passive()) return;
  for (FrameArgument& argument : result_)
    if (argument.role == ArgumentRole::recipient) argument.role = ArgumentRole::object;
}

void ArgumentReader::add_object(std::uint32_t child, double sure) {
  const std::uint32_t noun = meant(child);
  add(is_frequency(noun) ? ArgumentRole::time : ArgumentRole::object, noun, {}, sure);
  if (noun != child) result_.back().extent = before_clause(noun);
  lift(noun);
}

/// "stood at 7 percent, up from 6": what it is compared with.
bool ArgumentReader::compares(std::uint32_t noun) const {
  const std::uint32_t first = tree_.extent(noun).first;
  return first > 1 && (tree_.word(first - 1) == "up" || tree_.word(first - 1) == "down") &&
         tree_.word(first - 2) == ",";
}

/// "sent by mail", "passed by 61 votes to 40": how, not by whom.
bool ArgumentReader::tells_how(std::uint32_t noun) const {
  const std::string& lemma = tree_.lemma(noun);
  const std::optional<std::uint32_t> article = tree_.child(noun, det);
  const bool some = tree_.has(noun, nummod) || (article && tree_.word(*article) == "a");
  if (is_margin_noun(lemma) && some) return true;
  return is_means_noun(lemma) && tree_.xpos(noun) == Xpos::nn && !tree_.has(noun, det) &&
         !tree_.has(noun, nmod_poss) && !tree_.mention(noun);
}

void ArgumentReader::add_oblique(std::uint32_t child, double sure) {
  const std::uint32_t noun = meant(child);
  std::string marker = preposition(tree_, child);
  if (marker == "from" && compares(child)) return;
  const bool behind = child > predicate_.head || noun != child;  // not "by the end of the day, ..."
  if (marker == "by" && passive() && tells_how(child))
    return add(ArgumentRole::oblique, noun, std::move(marker), sure);
  if (tree_.relation(child) == obl_agent && passive() && marker == "by" && behind)
    return add(ArgumentRole::subject, noun, {}, sure);
  if (marker.empty() && tree_.upos(child) == Upos::adp) return;  // a stranded preposition
  if (marker.empty() && tree_.upos(child) == Upos::num && is_deciding_verb(predicate_.form.lemma) &&
      tree_.has(child, nmod))
    marker = "by";  // "voted 12 to 3"
  if (marker == "by" && behind && passive() && tree_.is_nominal(child) && !tree_.time(child) &&
      !is_time(child) && tree_.upos(child) != Upos::num)
    return add(ArgumentRole::subject, noun, {}, sure * confidence::kSharedArgument);
  if (is_fixed_adverbial(tree_, child)) return add(ArgumentRole::adverb, child, {}, sure);
  if (noun == child && is_carrier_noun(tree_.lemma(noun)) && tree_.xpos(noun) == Xpos::nn &&
      !tree_.has(noun, det)) {
    if (const auto carried = carried_phrase(tree_, noun)) {
      marker += "_" + tree_.lemma(noun) + "_" + preposition(tree_, *carried);
      add(ArgumentRole::oblique, *carried, std::move(marker), sure);
      result_.back().extent = tree_.extent(noun);
      return;
    }
  }
  add(ArgumentRole::oblique, noun, std::move(marker), sure);
  if (noun != child) result_.back().extent = before_clause(noun);
}

void ArgumentReader::add_clause(std::uint32_t child, double sure, ArgumentRole role) {
  // "died aged 77"
  if (const auto age = tree_.lemma(child) == "aged" ? number_below(tree_, child) : std::nullopt)
    return add(ArgumentRole::oblique, *age, "aged", sure);
  if (tree_.is(child, xcomp) && !reading_.by_token[child])
    return add(ArgumentRole::attribute, child, preposition(tree_, child), sure);
  std::string marker;
  if (const auto word = tree_.child(child, mark)) marker = fixed_words(tree_, *word);
  add(ArgumentRole::complement, child, std::move(marker), sure);
  result_.back().role = role;
  if (reading_.by_token[child])
    result_.back().frame = static_cast<std::uint32_t>(*reading_.by_token[child]);
}

void ArgumentReader::add_adverb(std::uint32_t child, double sure) {
  if (denies(tree_, child)) return;
  if (predicate_.antecedent && (tree_.word(child) == "where" || tree_.word(child) == "when")) {
    const bool place = tree_.word(child) == "where";
    add(place ? ArgumentRole::oblique : ArgumentRole::time, *predicate_.antecedent, "in", sure);
    result_.back().extent = before_clause(*predicate_.antecedent);
    return;
  }
  add(tree_.time(child) ? ArgumentRole::time : ArgumentRole::adverb, child, {}, sure);
  result_.back().time = tree_.time(child);
}

std::vector<FrameArgument> arguments_of(const Reading& reading, const Predicate& predicate) {
  return ArgumentReader(reading, predicate).read();
}

}  // namespace dossier::extract::clause
