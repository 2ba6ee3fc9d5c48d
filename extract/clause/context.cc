// How true a clause is said to be, and by whom: what governs it from the left.
#include <algorithm>

#include "extract/clause/frame.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

bool is_first_person(const Phrase& phrase) {
  return phrase.pronoun && (phrase.word == "i" || phrase.word == "we");
}

/// The stronger of what governs a clause and what it says itself.
Modality combine(Modality outer, Modality inner) {
  if (outer == Modality::asserted) return inner;
  if (inner == Modality::asserted) return outer;
  if (outer == Modality::expected && inner == Modality::planned) return Modality::expected;
  if (outer == Modality::planned || outer == Modality::expected) return inner;
  return outer;
}

/// "convinced that", "possible that": what the adjective before a clause makes of it.
Modality adjective_clause(std::string_view word, Modality inner) {
  if (word == "sure" || word == "certain" || word == "convinced" || word == "confident")
    return inner == Modality::planned ? Modality::expected : Modality::asserted;
  if (word == "possible" || word == "afraid" || word == "worried" || word == "doubtful")
    return Modality::possible;
  if (word == "likely" || word == "probable" || word == "unlikely") return Modality::expected;
  if (word == "important" || word == "necessary" || word == "essential" || word == "vital" ||
      word == "crucial")
    return Modality::necessary;
  if (word == "hopeful") return Modality::hoped;
  return Modality::asserted;
}

class ContextFinder {
 public:
  ContextFinder(const SentenceReading& state, Frame& frame) : state_(state), frame_(frame) {}

  void find() {
    const VerbGroup& verb = state_.units[frame_.unit].verb;
    if (frame_.reading != Reading::controlled && frame_.reading != Reading::free) own(verb);
    if (frame_.reading == Reading::main || frame_.reading == Reading::shared) govern(frame_.from);
    if (frame_.reading == Reading::relative || frame_.reading == Reading::participle)
      inherit_source();
  }

 private:
  const Unit& unit(std::size_t i) const { return state_.units[i]; }
  bool is(std::size_t i, Kind kind) const { return state_.is(i, kind); }

  void own(const VerbGroup& verb) {
    frame_.negated = frame_.negated != verb.negated;
    if (verb.finite || verb.modality != Modality::asserted)
      frame_.modality =
          frame_.reading == Reading::shared && verb.modality == Modality::asserted && !verb.finite
              ? frame_.modality
              : verb.modality;
  }

  void govern(std::size_t from) {
    const std::optional<std::size_t> left = state_.before(from);
    if (!left) return;
    if (is(*left, Kind::subordinator)) return subordinator(*left);
    if (is(*left, Kind::verb) && unit(*left).verb.finite && takes_clause(unit(*left).verb.lemma))
      return below_verb(*left);
    if (is(*left, Kind::noun)) return below_told(*left);
    if (is(*left, Kind::conjunction)) return joined(*left);
    if (is(*left, Kind::comma)) return over_fronted(*left);
  }

  /// "hope that, in the future, X will": what governs stands before the fronted phrase.
  void over_fronted(std::size_t comma) {
    for (std::size_t i = comma; i-- > 0;) {
      if (is(i, Kind::stop) || (is(i, Kind::verb) && unit(i).verb.finite)) return;
      if (is(i, Kind::subordinator)) {
        if (unit(i).word == "that") below_that(i);
        return;
      }
    }
  }

  /// "told us that", without the "that".
  void below_told(std::size_t noun) {
    const std::optional<std::size_t> verb = state_.before(noun);
    if (verb && is(*verb, Kind::verb) && is_reporting_verb(unit(*verb).verb.lemma))
      below_verb(*verb);
  }

  /// "X said that A came and B left": what is claimed goes on.
  void joined(std::size_t conjunction) {
    if (conjunction > 0 && unit(conjunction - 1).word == "whether") {  // "whether or not"
      frame_.modality = Modality::asked;
      return;
    }
    if (conjunction > 0 && is(conjunction - 1, Kind::comma)) return;
    for (std::size_t i = conjunction; i-- > 0;) {
      if (is(i, Kind::stop)) return;
      const auto& other = state_.frames[i];
      if (!other || other->reading == Reading::relative || other->reading == Reading::participle)
        continue;
      const std::optional<std::size_t> left = state_.before(other->from);
      if (left && (is(*left, Kind::subordinator) || is(*left, Kind::verb))) govern(other->from);
      return;
    }
  }

  void subordinator(std::size_t i) {
    const std::string& word = unit(i).word;
    const VerbGroup& verb = state_.units[frame_.unit].verb;
    if (word == "that") return below_that(i);
    if (word == "if" || word == "unless" || word == "in_case" || word == "provided_that" ||
        word == "even_if" || word == "as_if" || word == "as_though" || word == "as_long_as") {
      frame_.modality = Modality::conditional;
    } else if (word == "whether") {
      frame_.modality = Modality::asked;
    } else if (word == "so_that" || word == "in_order_that" || word == "so") {
      frame_.modality = combine(Modality::hoped, frame_.modality);
    } else if ((word == "as_soon_as" || word == "until" || word == "once" || word == "when" ||
                word == "till") &&
               !verb.past && !verb.perfect && frame_.modality == Modality::asserted) {
      frame_.modality = Modality::conditional;
    } else if (word == "than" || word == "like") {
      frame_.void_claim = true;
    }
  }

  void below_that(std::size_t i) {
    std::optional<std::size_t> left = state_.before(i);
    while (left && is(*left, Kind::comma)) left = state_.before(*left);
    if (!left) return;
    if (is(*left, Kind::conjunction)) {  // "hope that A and that B"
      for (std::size_t j = *left; j-- > 0;)
        if (is(j, Kind::subordinator) && unit(j).word == "that") return below_that(j);
      return;
    }
    if (is(*left, Kind::verb)) return below_verb(*left);
    if (is(*left, Kind::adjective)) return below_adjective(*left);
    if (is(*left, Kind::noun)) below_noun(*left);
  }

  void below_adjective(std::size_t i) {
    frame_.modality = combine(adjective_clause(unit(i).word, frame_.modality), frame_.modality);
    const std::optional<std::size_t> verb = state_.before(i);
    if (verb && state_.frames[*verb] && state_.frames[*verb]->negated) frame_.void_claim = true;
  }

  void below_noun(std::size_t i) {
    std::size_t start = i;
    while (start >= 2 && is(start - 1, Kind::preposition) && is(start - 2, Kind::noun)) start -= 2;
    std::optional<std::size_t> left = state_.before(start);
    if (left && is(*left, Kind::preposition))
      left = state_.before(*left);  // "said in his blog that"
    if (left && is(*left, Kind::verb) && is_reporting_verb(unit(*left).verb.lemma))
      return below_verb(*left);
    const Phrase& noun = unit(start).members.back();
    frame_.modality = combine(noun_clause_modality(noun.word), frame_.modality);
    if (noun.negative && noun.word != "doubt" && noun.word != "secret" && noun.word != "question")
      frame_.void_claim = true;
    frame_.confidence *= 0.92;
  }

  void below_verb(std::size_t i) {
    const VerbGroup& verb = unit(i).verb;
    const auto& outer = state_.frames[i];
    if (verb.negated || (outer && (outer->negated || outer->void_claim))) frame_.void_claim = true;
    if (verb.passive) {
      const std::string word = lower(state_.sentence.tokens[verb.main].text);
      frame_.modality = combine(adjective_clause(word, frame_.modality), frame_.modality);
    }
    const bool reports = is_reporting_verb(verb.lemma) && !verb.passive;
    const Modality inner = verb.lemma == "deny" ? Modality::asserted : clause_modality(verb.lemma);
    if (verb.lemma == "deny") frame_.negated = !frame_.negated;
    const bool would = state_.units[frame_.unit].verb.would;
    if (would && frame_.modality == Modality::conditional && (verb.past || verb.perfect))
      frame_.modality = Modality::planned;
    const bool belief = verb.lemma == "think" || verb.lemma == "believe" || verb.lemma == "feel";
    if (belief && frame_.modality == Modality::planned) frame_.modality = Modality::expected;
    frame_.modality = combine(inner, frame_.modality);
    if (belief) frame_.confidence *= 0.92;
    if (!outer || outer->subjects.empty()) return;
    const Phrase& source = outer->subjects.front();
    const bool first = is_first_person(source);
    if (!(first && reports) && outer->modality != Modality::asserted)
      frame_.modality = combine(outer->modality, frame_.modality);
    const bool claims = reports || belief || takes_clause(verb.lemma);
    const bool shows = verb.lemma == "imply" || verb.lemma == "show" || verb.lemma == "mean" ||
                       verb.lemma == "prove" || verb.lemma == "ensure" || verb.lemma == "indicate";
    const bool somebody = source.pronoun || source.mention || is_person_noun(source.word) ||
                          source.word == "ministry" || source.word == "government" ||
                          source.word == "report" || source.word == "statement" ||
                          source.word == "company";
    if (!first && !verb.passive && claims && !shows && somebody)
      frame_.attributed = source;
    else if (outer->attributed)
      frame_.attributed = outer->attributed;
  }

  /// Relative clauses and participles below a claim are part of it.
  void inherit_source() {
    for (std::size_t i = frame_.unit; i-- > 0;) {
      const auto& other = state_.frames[i];
      if (is(i, Kind::stop)) return;
      if (other && other->reading == Reading::main && other->attributed) {
        frame_.attributed = other->attributed;
        return;
      }
    }
  }

  const SentenceReading& state_;
  Frame& frame_;
};

}  // namespace

void find_context(const SentenceReading& state, Frame& frame) {
  ContextFinder(state, frame).find();
}

}  // namespace dossier::extract::clause
