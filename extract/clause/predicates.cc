// SPDX-License-Identifier: Apache-2.0
// Finds the predicates of a sentence, their governors and their subjects.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "extract/clause/marks.h"
#include "extract/clause/named_by.h"
#include "extract/clause/phrase.h"
#include "extract/clause/reading.h"
#include "extract/clause/verb_form.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

bool is_clausal(const Tree& tree, std::uint32_t i) {
  if (!tree.head(i)) return true;
  return tree.is_any(i, {root, ccomp, xcomp, advcl, acl, csubj, parataxis});
}

/// "following talks", "including the harbour", "given the weather".
bool is_prepositional(const Tree& tree, std::uint32_t i) {
  if (!tree.is_any(i, {acl, advcl}) || tree.has(i, aux) || tree.has(i, nsubj)) return false;
  const std::string& word = tree.word(i);
  return word == "following" || word == "including" || word == "regarding" || word == "given" ||
         word == "considering" || word == "concerning" || word == "according" ||
         word == "depending" || word == "compared";
}

bool is_predicate(const Tree& tree, std::uint32_t i) {
  const bool verbal = tree.upos(i) == Upos::verb || (tree.upos(i) == Upos::aux && !tree.is(i, aux));
  if (tree.is(i, cop) || tree.xpos(i) == Xpos::md) return false;
  if (tree.has(i, cop)) return true;
  if (!verbal || is_prepositional(tree, i)) return false;
  if (tree.is(i, conj))
    return is_clausal(tree, tree.first_conjunct(i)) || tree.has(i, nsubj) || tree.has(i, aux);
  return is_clausal(tree, i);
}

class PredicateFinder {
 public:
  explicit PredicateFinder(const Tree& tree) : tree_(tree) {}

  std::vector<Predicate> read() {
    by_token_.assign(tree_.size(), std::nullopt);
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!is_predicate(tree_, i)) continue;
      by_token_[i] = predicates_.size();
      Predicate predicate;
      predicate.head = i;
      predicate.form = verb_form(tree_, i);
      predicates_.push_back(std::move(predicate));
    }
    for (Predicate& predicate : predicates_) link(predicate);
    for (Predicate& predicate : predicates_) share_auxiliary(predicate);
    visited_.assign(predicates_.size(), false);
    for (std::size_t p = 0; p < predicates_.size(); ++p) find_subject(p);
    return std::move(predicates_);
  }

 private:
  Predicate& at(std::size_t p) { return predicates_[p]; }

  void link(Predicate& predicate) {
    const std::uint32_t first = tree_.first_conjunct(predicate.head);
    if (tree_.is(predicate.head, conj)) predicate.joined = by_token_[*tree_.head(predicate.head)];
    for (auto above = tree_.head(first); above && !predicate.governor; above = tree_.head(*above))
      predicate.governor = by_token_[*above];
    predicate.link = link_of(predicate, first);
  }

  /// "have drafted and signed": no passive.
  void share_auxiliary(Predicate& predicate) {
    if (!predicate.joined || !predicate.form.participle) return;
    const VerbForm& first = at(*predicate.joined).form;
    if (first.copula || first.passive || !(first.perfect || first.finite)) return;
    predicate.form.participle = predicate.form.passive = false;
    predicate.form.perfect = first.perfect;
    predicate.form.past = predicate.form.finite = true;
  }

  Link link_of(const Predicate& predicate, std::uint32_t first) const {
    if (!tree_.head(first)) return Link::main;
    if (tree_.is(first, parataxis)) return Link::aside;
    if (tree_.is(first, ccomp)) return Link::complement;
    if (tree_.is(first, xcomp)) return Link::controlled;
    if (tree_.is(first, advcl)) return Link::adverbial;
    if (tree_.is(first, csubj)) return Link::subject;
    if (is_relative_clause(first)) return Link::relative;
    if (tree_.is(first, acl)) return noun_clause(predicate, first);
    return Link::main;
  }

  bool is_relative_clause(std::uint32_t i) const {
    return tree_.relation(i) == acl_relcl && !is_content_clause(tree_, i) &&
           !is_condition(tree_, i);
  }

  Link noun_clause(const Predicate& predicate, std::uint32_t first) const {
    const VerbForm form = first == predicate.head ? predicate.form : verb_form(tree_, first);
    if (form.infinitive) return Link::infinitive;
    // "the news that he came"
    if (form.finite) {
      const bool content = tree_.has(first, mark) || is_content_clause(tree_, first);
      return content || is_condition(tree_, first) ? Link::complement : Link::relative;
    }
    if (tree_.has(first, mark) || tree_.has(first, case_)) return Link::infinitive;
    return Link::participle;
  }

  /// The noun a relative pronoun below `predicate` stands for.
  std::optional<std::uint32_t> antecedent(const Predicate& predicate) const {
    std::uint32_t at = tree_.first_conjunct(predicate.head);
    for (std::uint32_t steps = 0; steps < tree_.size(); ++steps) {
      if (is_relative_clause(at)) return tree_.head(at);
      if (!tree_.is_any(at, {xcomp, ccomp, conj}) || !tree_.head(at)) return std::nullopt;
      at = *tree_.head(at);
    }
    return std::nullopt;
  }

  void find_subject(std::size_t p) {
    if (visited_[p]) return;
    visited_[p] = true;
    Predicate& predicate = at(p);
    predicate.antecedent = antecedent(predicate);
    if (own_subject(predicate)) return;
    if (predicate.joined && !tree_.has(predicate.head, expl)) return share_subject(predicate);
    switch (predicate.link) {
      case Link::controlled:
        return control(predicate);
      case Link::participle:
        predicate.subject = doer_beside(tree_, predicate.head);
        predicate.construction = Construction::participle;
        return;
      case Link::adverbial:
        return adjunct(predicate);
      default:
        return;
    }
  }

  bool own_subject(Predicate& predicate) {
    const std::optional<std::uint32_t> subject = nominal_subject(tree_, predicate.head);
    if (!subject) return false;
    const bool relative = is_relative_pronoun(tree_, *subject) && predicate.antecedent;
    predicate.subject = relative ? named_by(tree_, *predicate.antecedent) : *subject;
    predicate.construction = relative                             ? Construction::relative
                             : predicate.link == Link::complement ? Construction::complement
                             : predicate.link == Link::adverbial  ? Construction::adverbial
                                                                  : Construction::main;
    return true;
  }

  void share_subject(Predicate& predicate) {
    find_subject(*predicate.joined);
    predicate.subject = at(*predicate.joined).subject;
    predicate.construction = Construction::conjunction;
  }

  /// "agreed to send": who agrees sends; "urged X to send": X sends.
  void control(Predicate& predicate) {
    predicate.construction = Construction::control;
    if (!predicate.governor) return;
    find_subject(*predicate.governor);
    const Predicate& above = at(*predicate.governor);
    // "The mats need replacing": somebody else replaces them.
    if (above.form.lemma == "need" && predicate.form.gerund && !tree_.has(predicate.head, obj))
      predicate.form.passive = true;
    const std::optional<std::uint32_t> object = who_is_asked(tree_, above.head);
    const bool by_subject = above.form.lemma == "promise" || above.form.lemma == "use";
    if (object && !by_subject && *object < predicate.head) {
      predicate.subject = is_relative_pronoun(tree_, *object) ? above.antecedent : object;
      return;
    }
    predicate.subject = above.subject;
    if (const auto called = called_on(above)) predicate.subject = called;
  }

  void adjunct(Predicate& predicate) {
    predicate.construction = Construction::adjunct;
    if (predicate.form.finite || !predicate.governor) return;
    find_subject(*predicate.governor);
    const Predicate& above = at(*predicate.governor);
    predicate.subject = above.subject;
    const bool of_object =
        is_accusation(tree_, predicate, above) || is_prevention(tree_, predicate, above);
    if (of_object && !above.form.passive) predicate.subject = tree_.child(above.head, obj);
    if (const auto owner = owner_told(predicate)) predicate.subject = owner;
    if (!predicate.form.infinitive) return;
    if (const auto called = called_on(above)) predicate.subject = called;
    // "sent a mission to assess": who is sent does it.
    const std::optional<std::uint32_t> object = tree_.child(above.head, obj);
    if (object && *object < predicate.head &&
        (is_sending_verb(above.form.lemma) || object_control(above.form.lemma)))
      predicate.subject = object;
  }

  /// "Born in Oslo, his father was a baker": not the father, but the one whose father he was.
  std::optional<std::uint32_t> owner_told(const Predicate& predicate) const {
    static constexpr std::string_view kOfPeople[] = {"bear", "educate", "raise", "orphan"};
    const std::optional<std::uint32_t> noun = predicate.subject;
    if (!noun || predicate.head > *noun || !tree_.is_nominal(*noun)) return std::nullopt;
    if (tree_.xpos(predicate.head) != Xpos::vbn || tree_.mention(*noun)) return std::nullopt;
    const bool told = std::find(std::begin(kOfPeople), std::end(kOfPeople), predicate.form.lemma) !=
                      std::end(kOfPeople);
    return told ? tree_.child(*noun, nmod_poss) : std::nullopt;
  }

  /// "called on X to act", "appealed to X to act": X.
  std::optional<std::uint32_t> called_on(const Predicate& above) const {
    if (above.form.lemma != "call" && above.form.lemma != "appeal" && above.form.lemma != "call_on")
      return std::nullopt;
    for (const std::uint32_t child : tree_.children(above.head)) {
      const std::string marker = preposition(tree_, child);
      if (tree_.is(child, obl) && (marker == "on" || marker == "upon" || marker == "to"))
        return child;
    }
    return std::nullopt;
  }

  const Tree& tree_;
  std::vector<Predicate> predicates_;
  std::vector<std::optional<std::size_t>> by_token_;
  std::vector<bool> visited_;
};

}  // namespace

Reading::Reading(const Tree& of, const std::vector<Predicate>& read)
    : tree(of), predicates(read), by_token(of.size()) {
  for (std::size_t p = 0; p < read.size(); ++p) by_token[read[p].head] = p;
}

std::vector<Predicate> read_predicates(const Tree& tree) { return PredicateFinder(tree).read(); }

}  // namespace dossier::extract::clause
