// Objects and prepositional phrases. Works rightwards from the verb until something begins that the
// verb does not govern.
#include <algorithm>

#include "extract/clause/frame.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

class ObjectFinder {
 public:
  ObjectFinder(const SentenceReading& state, Frame& frame)
      : state_(state), frame_(frame), verb_(state.units[frame.unit].verb), at_(frame.unit + 1) {}

  void find() {
    at_ = state_.after(at_);
    skip_aside();
    strand();
    if (verb_.copula || is_linking_verb(verb_.lemma)) complement();
    if (is(at_, Kind::noun) && !opens_clause(at_)) object();
    bool beside = !frame_.objects.empty();
    // "makes the burden heavier": not the burden is made.
    const bool changes = verb_.lemma == "make" || verb_.lemma == "keep" ||
                         verb_.lemma == "consider" || verb_.lemma == "find" ||
                         verb_.lemma == "render" || verb_.lemma == "call";
    if (beside && changes && is(state_.after(at_), Kind::adjective))
      frame_.objects.clear(), beside = false;
    while (oblique(beside)) beside = false;
    frame_.to = at_;
    if (frame_.objects.empty() && !frame_.passive && frame_.reading != Reading::participle)
      object_of_relative();
  }

 private:
  const Unit& unit(std::size_t i) const { return state_.units[i]; }
  bool is(std::size_t i, Kind kind) const { return state_.is(i, kind); }

  /// "discussed, by telephone, the issue".
  void skip_aside() {
    if (!is(at_, Kind::comma)) return;
    const std::size_t next = state_.after(at_ + 1);
    if (next > at_ + 1 && is(next, Kind::comma) && is(next + 1, Kind::noun)) at_ = next + 1;
  }

  /// "was agreed upon by X": the preposition stays with the verb.
  void strand() {
    if (!frame_.passive || !is(at_, Kind::preposition) || unit(at_).word == "by") return;
    const std::size_t next = state_.after(at_ + 1);
    const bool bare = is(next, Kind::preposition) || is(next, Kind::comma) ||
                      is(next, Kind::stop) || is(next, Kind::conjunction) ||
                      next >= state_.units.size();
    if (!bare || is(at_ + 1, Kind::time)) return;
    frame_.verb += "_" + unit(at_).word;
    at_ = next;
  }

  void complement() {
    if (!is(at_, Kind::adjective)) return;
    frame_.adjective = at_;
    at_ = state_.after(at_ + 1);
  }

  /// Whether the noun at `i` is the subject of a clause: the verb's complement, or one left of its
  /// own.
  bool opens_clause(std::size_t i) const {
    if (takes_clause(verb_.lemma) && clause_ahead(i)) return true;
    const bool inside_noun =
        frame_.reading == Reading::relative || frame_.reading == Reading::participle;
    if (inside_noun && !takes_clause(verb_.lemma)) return false;
    std::size_t j = state_.after(i + 1);
    while (is(j, Kind::preposition) && is(j + 1, Kind::noun)) j = state_.after(j + 2);
    return is(j, Kind::verb) && unit(j).verb.finite;
  }

  /// Behind "think", "say": a finite verb before the next mark, but for relative clauses.
  bool clause_ahead(std::size_t i) const {
    bool relative = false;
    for (; i < state_.units.size(); ++i) {
      if (is(i, Kind::comma) || is(i, Kind::stop) || is(i, Kind::subordinator)) return false;
      if (is(i, Kind::relative)) relative = true;
      if (!is(i, Kind::verb) || !unit(i).verb.finite) continue;
      if (!relative) return true;
      relative = false;
    }
    return false;
  }

  void object() {
    if (time_phrase(at_) && !unit(at_).members.front().pronoun) {  // "noted the other day"
      ++at_;
      return;
    }
    if (is_clause_only_verb(verb_.lemma)) return;
    frame_.objects = unit(at_).members;
    const std::size_t next = at_ + 1;
    if (is(next, Kind::noun) && !opens_clause(next) && is_ditransitive(verb_.lemma)) {
      frame_.recipients = frame_.objects;
      frame_.objects = unit(next).members;
      ++at_;
    }
    ++at_;
    widen_object();
  }

  /// Prepositional phrases that belong to the noun: "conditions for a settlement of the conflict".
  void widen_object() {
    if (frame_.objects.size() != 1) return;
    Phrase& object = frame_.objects.front();
    std::string noun = object.word;
    while (is(at_, Kind::preposition) && is(at_ + 1, Kind::noun) && !object.mention &&
           !object.pronoun) {
      const std::string& preposition = unit(at_).word;
      const bool light = is_light_verb(verb_.lemma) && is_light_noun(noun);
      if (light || !noun_takes(noun, preposition) || time_phrase(at_ + 1)) return;
      if (opens_clause(at_ + 1)) return;
      object.tokens.last = unit(at_ + 1).members.front().tokens.last;
      if (unit(at_ + 1).members.size() > 1) object.tokens.last = unit(at_ + 1).tokens.last;
      noun = unit(at_ + 1).members.back().word;
      at_ += 2;
    }
  }

  bool time_phrase(std::size_t noun) const {
    const Phrase& phrase = unit(noun).members.front();
    return !phrase.mention && is_time_noun(phrase.word);
  }

  /// One more prepositional phrase (or time, or adverb); false where the clause ends.
  bool oblique(bool beside) {
    at_ = state_.after(at_);
    std::size_t i = at_;
    if (is(i, Kind::adjective) && !verb_.copula) i = state_.after(i + 1);
    if (is(i, Kind::comma) || is(i, Kind::conjunction)) ++i;
    if (is(i, Kind::conjunction)) ++i;
    i = state_.after(i);
    if (!is(i, Kind::preposition)) return false;
    if (i != at_) beside = false;
    const std::size_t next = state_.after(i + 1);
    if (is(next, Kind::verb) && unit(next).verb.gerund) return gerund(i, next, beside);
    if (!is(i + 1, Kind::noun)) {
      if (!is(i + 1, Kind::time)) return false;
      at_ = i + 2;
      return true;
    }
    if (opens_clause(i + 1) && i != at_) return false;
    return take_oblique(i, beside);
  }

  bool take_oblique(std::size_t i, bool beside) {
    Oblique oblique;
    oblique.preposition = unit(i).word;
    oblique.tokens = unit(i).tokens;
    oblique.members = unit(i + 1).members;
    oblique.beside_object = beside;
    at_ = i + 2;
    if (frame_.passive && oblique.preposition == "by") {
      frame_.agents = oblique.members;
      return true;
    }
    widen(oblique);
    // A phrase behind a circumstance belongs to it: "in accordance with the agreement between X and
    // Y".
    const bool chained = !beside && after_circumstance_ == i;
    // "is for X to decide": X decides.
    const std::size_t behind = state_.after(at_);
    if (oblique.preposition == "for" && is(behind, Kind::verb) && unit(behind).verb.infinitive)
      return true;
    if (chained || is_circumstance(oblique.preposition)) after_circumstance_ = at_;
    if (chained) return true;
    const bool after_verb = i == state_.after(frame_.unit + 1) || frame_.adjective;
    if (time_phrase(i + 1) && !(after_verb && verb_.copula)) return true;
    if (oblique.preposition == "of" && !frame_.adjective && !after_verb) return true;
    frame_.obliques.push_back(std::move(oblique));
    return true;
  }

  void widen(Oblique& oblique) {
    Phrase& phrase = oblique.members.back();
    if (!phrase.determined && is_carrier_noun(phrase.word)) return;
    std::string noun = phrase.word;
    while (is(at_, Kind::preposition) && is(at_ + 1, Kind::noun) && !phrase.mention &&
           noun_takes(noun, unit(at_).word) && !time_phrase(at_ + 1)) {
      phrase.tokens.last = unit(at_ + 1).tokens.last;
      noun = unit(at_ + 1).members.back().word;
      at_ += 2;
    }
  }

  /// "involved in implementing ICRC projects": the gerund and its object as one phrase.
  bool gerund(std::size_t preposition, std::size_t verb, bool beside) {
    std::size_t end = verb + 1;
    if (is(end, Kind::noun)) ++end;
    Phrase phrase;
    phrase.tokens = {unit(verb).tokens.first, unit(end - 1).tokens.last};
    phrase.head = unit(verb).verb.main;
    phrase.word = unit(verb).verb.lemma;
    Oblique oblique{unit(preposition).word, unit(preposition).tokens, {phrase}, beside, true};
    frame_.obliques.push_back(std::move(oblique));
    at_ = end;
    return false;
  }

  /// "an initiative that we supported", "the agencies we mentioned".
  void object_of_relative() {
    if (frame_.reading != Reading::main || frame_.from == 0 || frame_.adjective || verb_.copula)
      return;
    std::size_t i = frame_.from - 1;
    if (is(i, Kind::relative) && i > 0 && unit(i).word != "where" && unit(i).word != "whose") {
      --i;
      if (is(i, Kind::comma) && i > 0) --i;
    }
    if (!is(i, Kind::noun) || takes_clause(verb_.lemma)) return;
    if (i + 1 == frame_.from && frame_.obliques.size() > 0) return;
    const Phrase& object = unit(i).members.back();
    if (object.pronoun || object.type == MentionType::person) return;
    if (verb_.infinitive) return;
    frame_.objects = {object};
    frame_.reading = Reading::relative;
    frame_.confidence = std::min(frame_.confidence, 0.7);
  }

  const SentenceReading& state_;
  Frame& frame_;
  const VerbGroup& verb_;
  std::size_t at_;
  std::size_t after_circumstance_ = 0;
};

}  // namespace

void find_objects(const SentenceReading& state, Frame& frame) { ObjectFinder(state, frame).find(); }

}  // namespace dossier::extract::clause
