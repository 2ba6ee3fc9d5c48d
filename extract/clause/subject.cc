// Subjects. Works leftwards from the verb over units, because what stands between a subject and its
// verb (prepositional phrases, relative clauses, asides between commas) is easier to skip than to
// read.
#include <algorithm>

#include "extract/clause/frame.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

std::optional<std::size_t> SentenceReading::before(std::size_t i) const {
  while (i > 0) {
    --i;
    if (!is(i, Kind::adverb) && !is(i, Kind::time)) return i;
  }
  return std::nullopt;
}

std::size_t SentenceReading::after(std::size_t i) const {
  while (i < units.size() && (is(i, Kind::adverb) || is(i, Kind::time))) ++i;
  return i;
}

namespace {

class SubjectFinder {
 public:
  SubjectFinder(const SentenceReading& state, Frame& frame)
      : state_(state), frame_(frame), verb_(state.units[frame.unit].verb) {}

  bool find() {
    const std::optional<std::size_t> left = state_.before(frame_.unit);
    if (!left) return false;
    if (verb_.finite) return finite(*left);
    if (verb_.infinitive) return infinitive(*left);
    if (verb_.participle) return participle(*left);
    if (verb_.gerund) return gerund(*left);
    return shared(*left) || helped(*left);
  }

 private:
  const Unit& unit(std::size_t i) const { return state_.units[i]; }
  bool is(std::size_t i, Kind kind) const { return state_.is(i, kind); }
  const Frame* frame_at(std::size_t i) const {
    return i < state_.frames.size() && state_.frames[i] ? &*state_.frames[i] : nullptr;
  }

  bool take(std::vector<Phrase> subjects, Reading reading, std::size_t from, double confidence) {
    if (subjects.empty()) return false;
    frame_.subjects = std::move(subjects);
    frame_.reading = reading;
    frame_.from = from;
    frame_.confidence = confidence;
    return true;
  }

  bool agrees(const std::vector<Phrase>& subjects) const {
    const bool plural = subjects.size() > 1 || subjects.front().plural;
    const std::string& word = subjects.front().word;
    if (word == "i" || word == "you" || subjects.front().pronoun) return true;
    if (verb_.singular) return !plural;
    if (verb_.plural && !plural) {
      // "the number of people are", "the police are", "a group of": nouns of many.
      return is_person_noun(word) || word == "number" || word == "majority" || word == "police" ||
             word == "lot" || word == "percent" ||
             subjects.front().type == MentionType::organization || frame_.unit < 3;
    }
    return true;
  }

  bool finite(std::size_t left) {
    if (is(left, Kind::relative)) return relative(left);
    if (is(left, Kind::noun)) return noun_before(left);
    if (is(left, Kind::comma)) return over_aside(left) || shared(left) || after_relative(left);
    if (is(left, Kind::conjunction)) return shared(left);
    if (is(left, Kind::verb) && unit(left).verb.gerund) return false;
    return false;
  }

  /// The whole phrase of a noun unit and the prepositional phrases up to `last`.
  static std::vector<Phrase> widened(std::vector<Phrase> members, std::uint32_t last) {
    if (members.size() == 1)
      members.front().tokens.last = std::max(members.front().tokens.last, last);
    return members;
  }

  /// The first of the units [NOUN (PREPOSITION NOUN)*] that end at `i`.
  std::size_t phrase_start(std::size_t i) const {
    while (i >= 2 && is(i - 1, Kind::preposition) && is(i - 2, Kind::noun)) i -= 2;
    return i;
  }

  bool noun_before(std::size_t noun) {
    const std::size_t start = phrase_start(noun);
    const std::optional<std::size_t> left = state_.before(start);
    std::vector<Phrase> subjects = widened(unit(start).members, unit(noun).tokens.last);
    if (!left || start == 0) return take_agreeing(subjects, start, start == noun ? 0.85 : 0.78);
    if (is(*left, Kind::preposition) && *left + 1 == start) return after_inner_verb(*left, start);
    if (is(*left, Kind::verb)) return after_verb(*left, start, subjects);
    if (is(*left, Kind::relative)) return take_agreeing(subjects, start, 0.8);
    if (is(*left, Kind::noun)) return take_agreeing(subjects, start, 0.72);
    return take_agreeing(subjects, start, start == noun ? 0.85 : 0.78);
  }

  bool take_agreeing(const std::vector<Phrase>& subjects, std::size_t from, double confidence) {
    if (!agrees(subjects)) return false;
    if (subjects.front().word == "it" && expletive()) return false;
    return take(subjects, Reading::main, from, confidence);
  }

  /// "it is important to ...", "it is up to ...".
  bool expletive() const {
    if (!verb_.copula && !verb_.passive) return false;
    const std::size_t next = state_.after(frame_.unit + 1);
    for (std::size_t i = next; i < std::min(next + 5, state_.units.size()); ++i) {
      if (is(i, Kind::comma) || is(i, Kind::stop)) return false;
      if (is(i, Kind::verb) && unit(i).verb.infinitive) return true;
      if (is(i, Kind::subordinator) && unit(i).word == "that") return true;
    }
    return false;
  }

  /// A noun phrase behind another verb: "the ministers who chair the commission maintain contact",
  /// "the attempts to revise it failed", "he said Lavrov left".
  bool after_verb(std::size_t inner, std::size_t start, const std::vector<Phrase>& subjects) {
    const VerbGroup& verb = unit(inner).verb;
    const Frame* frame = frame_at(inner);
    if (frame && frame->reading == Reading::relative && verb.finite)
      return take_if_agreeing(frame->subjects, frame->from, 0.72);
    if (!verb.finite && frame && frame->reading == Reading::participle)
      return take_if_agreeing(frame->subjects, frame->from, 0.72);
    if (verb.finite && takes_clause(verb.lemma)) return take_agreeing(subjects, start, 0.78);
    if (verb.infinitive) {
      const std::optional<std::size_t> noun = state_.before(inner);
      if (noun && is(*noun, Kind::noun)) return noun_before_infinitive(*noun);
    }
    if (verb.gerund &&
        (inner == 0 || is(inner - 1, Kind::comma) || is(inner - 1, Kind::subordinator)))
      return gerund_phrase(inner, start);
    return false;
  }

  bool noun_before_infinitive(std::size_t noun) {
    const std::size_t start = phrase_start(noun);
    const std::optional<std::size_t> left = state_.before(start);
    if (left && (is(*left, Kind::verb) || is(*left, Kind::preposition))) return false;
    std::vector<Phrase> subjects = unit(start).members;
    return take_agreeing(widened(subjects, unit(frame_.unit - 1).tokens.last), start, 0.65);
  }

  /// "Preserving heritage is a challenge".
  bool gerund_phrase(std::size_t inner, std::size_t start) {
    if (!verb_.singular) return false;
    Phrase phrase;
    phrase.tokens = {unit(inner).tokens.first, unit(start).tokens.last};
    phrase.head = unit(inner).verb.main;
    phrase.word = unit(inner).word;
    return take({phrase}, Reading::main, inner, 0.7);
  }

  /// A prepositional phrase with a verb before it: "the organisations that work in X could".
  bool after_inner_verb(std::size_t preposition, std::size_t) {
    const std::optional<std::size_t> inner = state_.before(preposition);
    if (!inner) return false;
    std::size_t i = *inner;
    while (i > 0 && (is(i, Kind::noun) || is(i, Kind::preposition) || is(i, Kind::adverb) ||
                     is(i, Kind::adjective) || is(i, Kind::time)))
      --i;
    if (!is(i, Kind::verb)) return false;
    const Frame* frame = frame_at(i);
    if (!frame) return false;
    if (frame->reading == Reading::relative)
      return take_if_agreeing(frame->subjects, frame->from, 0.7);
    if (frame->reading == Reading::participle)
      return take_if_agreeing(frame->subjects, frame->from, 0.7);
    return false;
  }

  bool take_if_agreeing(const std::vector<Phrase>& subjects, std::size_t from, double confidence) {
    return !subjects.empty() && agrees(subjects) && take(subjects, Reading::main, from, confidence);
  }

  /// "agencies that have offices in A and B, have never worked there".
  bool after_relative(std::size_t comma) {
    for (std::size_t i = comma; i-- > 0;) {
      if (is(i, Kind::stop) || is(i, Kind::subordinator) || is(i, Kind::comma)) return false;
      const Frame* frame = frame_at(i);
      if (!frame || frame->reading != Reading::relative) continue;
      return take_if_agreeing(frame->subjects, frame->from, 0.66);
    }
    return false;
  }

  /// SUBJECT , aside , VERB.
  bool over_aside(std::size_t comma) {
    for (std::size_t i = comma; i-- > 1;) {
      if (is(i, Kind::stop)) return false;
      if (!is(i, Kind::comma)) continue;
      const bool aside = is(i + 1, Kind::relative) || is(i + 1, Kind::preposition) ||
                         is(i + 1, Kind::noun) || is(i + 1, Kind::subordinator) ||
                         is(i + 1, Kind::adverb) || is(i + 1, Kind::adjective) ||
                         (is(i + 1, Kind::verb) && !unit(i + 1).verb.finite);
      if (!aside || !is(i - 1, Kind::noun)) continue;
      const std::size_t start = phrase_start(i - 1);
      const std::optional<std::size_t> left = state_.before(start);
      if (left && (is(*left, Kind::preposition) || is(*left, Kind::verb))) {
        if (is(i + 1, Kind::relative)) return false;
        continue;
      }
      // "agencies, primarily the UN, specifically ...,": an aside before an aside.
      if (left && is(*left, Kind::comma) && start > *left + 1) continue;
      return take_if_agreeing(widened(unit(start).members, unit(i - 1).tokens.last), start, 0.7);
    }
    return false;
  }

  bool relative(std::size_t pronoun) {
    std::size_t from = 0;
    std::vector<Phrase> found = antecedent_of(state_, frame_, pronoun, from);
    if (found.empty()) return relative_list(pronoun);
    return take(std::move(found), Reading::relative, from, 0.78);
  }

  /// "..., and who", "who ... and who": joined relative clauses share their noun.
  bool relative_list(std::size_t pronoun) {
    for (std::size_t i = pronoun; i-- > 0;) {
      const Frame* frame = frame_at(i);
      if (!frame || frame->reading != Reading::relative) continue;
      return take_if_agreeing(frame->subjects, frame->from, 0.7) &&
             (frame_.reading = Reading::relative, true);
    }
    return false;
  }

  /// The verb that "and" joins ours to.
  const Frame* joined_frame(std::size_t conjunction) const {
    for (std::size_t i = conjunction; i-- > 0;) {
      if (is(i, Kind::stop) || is(i, Kind::subordinator)) return nullptr;
      if (!is(i, Kind::verb)) continue;
      const VerbGroup& other = unit(i).verb;
      const bool alike =
          (verb_.finite && other.finite) || (verb_.infinitive && other.infinitive) ||
          (verb_.gerund && other.gerund) || (verb_.bare && (other.infinitive || other.finite)) ||
          (verb_.participle && (other.participle || other.passive || other.perfect)) ||
          (verb_.gerund && other.finite && !other.gerund);
      if (alike) return frame_at(i);
      if (other.finite) return nullptr;
    }
    return nullptr;
  }

  bool shared(std::size_t joint) {
    if (is(joint, Kind::comma) && !listed_verb(joint)) return false;
    if (!is(joint, Kind::conjunction) && !is(joint, Kind::comma)) return false;
    const Frame* other = joined_frame(joint);
    if (!other || other->subjects.empty() || other->void_claim) return false;
    if (verb_.finite && !agrees(other->subjects)) return false;
    if (!take(other->subjects, Reading::shared, other->from, other->confidence - 0.06))
      return false;
    if (other->reading == Reading::relative || other->reading == Reading::participle)
      frame_.reading = other->reading;
    inherit(*other);
    return true;
  }

  void inherit(const Frame& other) {
    const VerbGroup& before = unit(other.unit).verb;
    if (!verb_.finite && !verb_.infinitive) {
      frame_.modality = other.modality;
      frame_.passive = verb_.participle && (before.passive || before.participle);
      if (verb_.participle && frame_.passive && other.passive) frame_.subjects = other.subjects;
    }
    // "will facilitate and continue": a base form shares the modal, whatever its tag says.
    const bool base = verb_.finite && !verb_.past && !verb_.singular &&
                      verb_.modality == Modality::asserted && before.main > other.predicate.first;
    if (verb_.infinitive || base) frame_.modality = other.modality;
    frame_.attributed = other.attributed;
  }

  /// "came, saw and left": a comma joins verbs only when an "and" with a verb follows.
  bool listed_verb(std::size_t comma) const {
    if (comma > 0 && is(comma - 1, Kind::conjunction)) return true;
    for (std::size_t i = frame_.unit + 1; i + 1 < state_.units.size(); ++i) {
      if (is(i, Kind::subordinator) || is(i, Kind::relative) || is(i, Kind::stop)) return false;
      if (is(i, Kind::conjunction)) return is(state_.after(i + 1), Kind::verb);
    }
    return false;
  }

  bool infinitive(std::size_t left) {
    if (is(left, Kind::conjunction)) return shared(left);
    if (is(left, Kind::verb)) return below_verb(left);
    if (is(left, Kind::adjective)) return below_adjective(left);
    if (is(left, Kind::noun)) return below_object(left);
    return false;
  }

  bool below_verb(std::size_t outer) {
    const Frame* frame = frame_at(outer);
    if (!frame || frame->subjects.empty() || frame->void_claim) return false;
    const std::string& lemma = unit(outer).verb.lemma;
    std::optional<Modality> modality = subject_control(lemma);
    if (unit(outer).verb.passive) {
      modality = object_control(lemma);
      if (!modality)
        modality = adjective_control(lower(state_.sentence.tokens[unit(outer).verb.main].text));
    }
    const bool attempt =
        lemma == "try" || lemma == "attempt" || lemma == "help" || lemma == "serve";
    const bool refusal = lemma == "fail" || lemma == "refuse" || lemma == "decline";
    if (!modality && !attempt && !refusal) return false;
    take(frame->subjects, Reading::controlled, frame->from, frame->confidence - 0.05);
    if (frame_.subjects.empty()) return false;
    inherit_outer(*frame);
    if (modality && *modality != Modality::asserted && frame_.modality == Modality::asserted)
      frame_.modality = *modality;
    if (refusal)
      frame_.negated = !frame->negated;
    else
      frame_.negated = frame->negated;
    if (attempt) frame_.verb = lemma + (lemma == "help" ? "_" : "_to_") + verb_.lemma;
    return true;
  }

  void inherit_outer(const Frame& outer) {
    frame_.modality = outer.modality;
    frame_.attributed = outer.attributed;
  }

  bool below_adjective(std::size_t adjective) {
    const std::optional<std::size_t> outer = state_.before(adjective);
    const Frame* frame = outer ? frame_at(*outer) : nullptr;
    if (!frame || !is(*outer, Kind::verb) || !unit(*outer).verb.copula) return false;
    const auto modality = adjective_control(unit(adjective).word);
    if (!modality) return false;
    take(frame->subjects, Reading::controlled, frame->from, frame->confidence - 0.08);
    if (frame_.subjects.empty()) return false;
    inherit_outer(*frame);
    if (frame_.modality == Modality::asserted) frame_.modality = *modality;
    frame_.negated = frame->negated != (unit(adjective).word == "unable");
    return true;
  }

  /// "urged the co-chairs to act", "invited me to visit Yerevan", "called on X to stop".
  bool below_object(std::size_t noun) {
    const std::size_t start = phrase_start(noun);
    const std::optional<std::size_t> left = state_.before(start);
    if (!left) return false;
    std::size_t outer = *left;
    std::string lemma;
    if (is(outer, Kind::preposition) && outer > 0 && is(outer - 1, Kind::verb) &&
        unit(outer).word == "on") {
      lemma = unit(--outer).verb.lemma + "_on";
    } else if (is(outer, Kind::verb)) {
      lemma = unit(outer).verb.lemma;
    }
    const Frame* frame = frame_at(outer);
    const auto modality = object_control(lemma);
    if (!frame || !modality || frame->void_claim || unit(outer).verb.passive) return false;
    take(unit(start).members, Reading::controlled, frame->from, 0.7);
    inherit_outer(*frame);
    if (frame_.modality == Modality::asserted) frame_.modality = *modality;
    if (frame->negated) frame_.void_claim = true;
    return true;
  }

  /// "the statement signed by X", "the conference held in Damascus": the noun is what it is done
  /// to.
  bool participle(std::size_t left) {
    if (is(left, Kind::conjunction)) return shared(left);
    std::size_t noun = left;
    double confidence = 0.74;
    if (is(left, Kind::comma) && left > 0 && is(left - 1, Kind::noun) && agent_follows()) {
      noun = left - 1;
      confidence = 0.62;
    }
    if (!is(noun, Kind::noun)) return false;
    if (const Frame* inner = outer_participle(noun))
      return take(inner->subjects, Reading::participle, inner->from, 0.66) &&
             (frame_.passive = true);
    const std::optional<Phrase> patient = patient_at(noun, confidence);
    if (!patient) return false;
    frame_.passive = true;
    return take({*patient}, Reading::participle, noun, confidence);
  }

  /// The noun a participle is about: the nearest, unless it tells a deed that takes place and a
  /// noun of such stands before ("the conference on refugees held in X").
  std::optional<Phrase> patient_at(std::size_t noun, double& confidence) const {
    if (is_holding_verb(verb_.lemma)) {
      for (std::size_t i = noun;; i -= 2) {
        const Phrase& phrase = unit(i).members.back();
        if (is_event_noun(phrase.word)) return phrase;
        if (i < 2 || !is(i - 1, Kind::preposition) || !is(i - 2, Kind::noun)) return std::nullopt;
      }
    }
    const Phrase& nearest = unit(noun).members.back();
    if (nearest.pronoun || nearest.type == MentionType::person) return std::nullopt;
    if (nearest.inner.size() != 1 || nearest.inner.front().type == MentionType::person)
      return nearest;
    if (nearest.inner.front().mention) return nearest;
    confidence = std::min(confidence, 0.66);
    return nearest.inner.front();
  }

  bool agent_follows() const {
    const std::size_t next = state_.after(frame_.unit + 1);
    return is(next, Kind::preposition) && unit(next).word == "by";
  }

  /// "the agreement reached by the leaders signed on ...": the second participle is about the
  /// agreement too.
  const Frame* outer_participle(std::size_t noun) const {
    const std::size_t start = phrase_start(noun);
    const std::optional<std::size_t> by = state_.before(start);
    if (!by || !is(*by, Kind::preposition) || unit(*by).word != "by") return nullptr;
    const std::optional<std::size_t> verb = state_.before(*by);
    if (!verb || !is(*verb, Kind::verb)) return nullptr;
    const Frame* frame = frame_at(*verb);
    return frame && frame->reading == Reading::participle ? frame : nullptr;
  }

  bool gerund(std::size_t left) {
    if (is(left, Kind::conjunction)) return shared(left);
    if (is(left, Kind::verb)) return gerund_below_verb(left);
    if (is(left, Kind::noun)) {
      const Phrase& doer = unit(left).members.back();
      if (doer.pronoun || (is_time_noun(doer.word) && !doer.mention)) return false;
      return take({doer}, Reading::participle, left, 0.6);
    }
    if (!is(left, Kind::comma)) return false;
    return after_comma(left);
  }

  /// "..., helping those who had to leave": done by the subject of the clause before.
  bool after_comma(std::size_t comma) {
    for (std::size_t i = comma; i-- > 0;) {
      if (is(i, Kind::stop)) return false;
      const Frame* frame = frame_at(i);
      if (!frame || !is(i, Kind::verb) || !unit(i).verb.finite) continue;
      if (frame->reading == Reading::relative || frame->passive) return false;
      take(frame->subjects, Reading::free, frame->from, 0.58);
      inherit_outer(*frame);
      return !frame_.subjects.empty();
    }
    return false;
  }

  bool gerund_below_verb(std::size_t outer) {
    const Frame* frame = frame_at(outer);
    const std::string& lemma = unit(outer).verb.lemma;
    const bool aspect = lemma == "start" || lemma == "begin" || lemma == "continue" ||
                        lemma == "keep" || lemma == "resume" || lemma == "finish";
    const bool wish =
        lemma == "propose" || lemma == "suggest" || lemma == "consider" || lemma == "recommend";
    if (!frame || (!aspect && !wish) || frame->passive) return false;
    take(frame->subjects, Reading::controlled, frame->from, frame->confidence - 0.08);
    inherit_outer(*frame);
    frame_.negated = frame->negated;
    if (wish && frame_.modality == Modality::asserted) frame_.modality = Modality::planned;
    return !frame_.subjects.empty();
  }

  /// "helped preserve peace".
  bool helped(std::size_t left) {
    if (!is(left, Kind::verb) || unit(left).verb.lemma != "help") return false;
    const Frame* frame = frame_at(left);
    if (!frame || frame->subjects.empty()) return false;
    take(frame->subjects, frame->reading, frame->from, frame->confidence - 0.05);
    inherit_outer(*frame);
    frame_.negated = frame->negated;
    frame_.verb = "help_" + verb_.lemma;
    return true;
  }

  const SentenceReading& state_;
  Frame& frame_;
  const VerbGroup& verb_;
};

}  // namespace

bool find_subject(const SentenceReading& state, Frame& frame) {
  return SubjectFinder(state, frame).find();
}

}  // namespace dossier::extract::clause
