#include "extract/clause/emit.h"

#include <algorithm>

#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

const char* rule_name(Reading reading) {
  switch (reading) {
    case Reading::main:
      return "svo";
    case Reading::relative:
      return "relative";
    case Reading::shared:
      return "conjunction";
    case Reading::participle:
      return "participle";
    case Reading::controlled:
      return "control";
    case Reading::free:
      return "adjunct";
  }
  return "svo";
}

bool is_place(const Phrase& phrase) {
  return phrase.mention && (phrase.type == MentionType::place || phrase.type == MentionType::city ||
                            phrase.type == MentionType::country);
}

class Emitter {
 public:
  Emitter(const Sentence& sentence, const Frame& frame) : sentence_(sentence), frame_(frame) {
    if (sentence.tokens.size() > 45) factor_ *= 0.93;
    if (sentence.tokens.size() > 70) factor_ *= 0.93;
  }

  std::vector<Clause> emit() {
    if (frame_.void_claim || frame_.subjects.empty() || tells_nothing()) return {};
    find_place();
    if (frame_.stative)
      stative();
    else if (frame_.passive)
      passive();
    else if (frame_.verb == "be" || frame_.adjective)
      copula();
    else if (!frame_.objects.empty())
      transitive();
    else
      intransitive();
    return std::move(clauses_);
  }

 private:
  /// "We would like X to act", "he thinks": only what stands below is worth keeping.
  bool tells_nothing() const {
    if (frame_.verb == "like" && frame_.modality == Modality::hoped) return true;
    return is_clause_only_verb(frame_.verb) && frame_.verb != "agree" && frame_.verb != "decide" &&
           frame_.verb != "argue" && frame_.verb != "insist";
  }

  bool skipped(const Oblique& oblique) const {
    return is_circumstance(oblique.preposition) || (oblique.gerund && oblique.preposition != "in");
  }

  void find_place() {
    for (std::size_t i = 0; i < frame_.obliques.size(); ++i) {
      const Oblique& oblique = frame_.obliques[i];
      if (i > 0 && !frame_.obliques[i - 1].members.back().mention) continue;
      if (oblique.members.size() == 1 &&
          (oblique.preposition == "in" || oblique.preposition == "at") &&
          is_place(oblique.members.front()))
        place_ = argument(oblique.members.front());
    }
  }

  static bool is_goal(const std::string& preposition) {
    return preposition == "to" || preposition == "from" || preposition == "with" ||
           preposition == "into" || preposition == "at" || preposition == "against" ||
           preposition == "as";
  }

  Clause base(const Phrase& subject, const std::string& relation, double confidence,
              const char* rule) const {
    Clause clause;
    clause.subject = argument(subject);
    clause.predicate = frame_.predicate;
    clause.relation = relation_name(relation);
    clause.negated = frame_.negated;
    clause.modality = frame_.modality;
    if (frame_.attributed) clause.attributed = argument(*frame_.attributed);
    clause.confidence = std::clamp(confidence * factor_, 0.05, 0.97);
    clause.rule = rule;
    return clause;
  }

  void add(const std::vector<Phrase>& subjects, const std::string& relation,
           const std::vector<Phrase>& objects, double confidence, const char* rule,
           bool passive = false) {
    for (const Phrase& subject : subjects) {
      for (const Phrase& object : objects) {
        Clause clause = base(subject, relation, confidence, rule);
        clause.object = argument(object);
        clause.passive_without_agent = passive;
        const bool tells_place = relation.ends_with("_in") || relation.ends_with("_at");
        if (place_ && !tells_place) clause.place = place_;
        clauses_.push_back(std::move(clause));
      }
    }
  }

  void add_bare(const std::vector<Phrase>& subjects, const std::string& relation, double confidence,
                const char* rule, bool passive) {
    for (const Phrase& subject : subjects) {
      Clause clause = base(subject, relation, confidence, rule);
      clause.passive_without_agent = passive;
      clause.place = place_;
      clauses_.push_back(std::move(clause));
    }
  }

  /// Each prepositional phrase as a relation of its own; returns how many there were.
  std::size_t add_obliques(const std::vector<Phrase>& subjects, double confidence, const char* rule,
                           bool passive) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < frame_.obliques.size() && count < 4; ++i) {
      const Oblique& oblique = frame_.obliques[i];
      if (skipped(oblique)) continue;
      if (i > 0 && count > 0 && !is_goal(oblique.preposition) && !same_preposition(i)) continue;
      if (count > 0 && frame_.verb == "be" && !same_preposition(i)) continue;
      std::string relation = frame_.verb + "_" + oblique.preposition;
      const Oblique* target = &oblique;
      const Phrase& carrier = oblique.members.front();
      if (carries(i)) {
        relation += "_" + carrier.word + "_" + frame_.obliques[i + 1].preposition;
        target = &frame_.obliques[++i];
      }
      const double weight = (count == 0 ? 1.0 : 0.88) * (oblique.gerund ? 0.85 : 1.0);
      add(subjects, relation, target->members, confidence * weight, rule, passive);
      ++count;
    }
    return count;
  }

  /// "in Armenia and in Georgia".
  bool same_preposition(std::size_t i) const {
    return i > 0 && frame_.obliques[i - 1].preposition == frame_.obliques[i].preposition;
  }

  /// "in close contact with": the noun is part of the relation.
  bool carries(std::size_t i) const {
    if (i + 1 >= frame_.obliques.size()) return false;
    const Phrase& noun = frame_.obliques[i].members.front();
    return frame_.obliques[i].members.size() == 1 && !noun.determined && !noun.mention &&
           is_carrier_noun(noun.word) && frame_.obliques[i + 1].tokens.first == noun.tokens.last;
  }

  void stative() {
    if (add_obliques(frame_.subjects, frame_.confidence, "stative", false) == 0 && !frame_.governs)
      add_adjective(frame_.predicate.last - 1);
  }

  void add_adjective(std::uint32_t token) {
    Phrase state;
    state.tokens = {token, token + 1};
    state.head = token;
    add(frame_.subjects, "be", {state}, frame_.confidence * 0.88, "copula");
  }

  void passive() {
    const char* rule = frame_.reading == Reading::main ? "passive" : rule_name(frame_.reading);
    if (!frame_.agents.empty()) {
      add(frame_.agents, frame_.verb, frame_.subjects, frame_.confidence, rule);
      // "discussed by X with Y": Y is X's counterpart, not the topic's.
      for (const Oblique& oblique : frame_.obliques)
        if (oblique.preposition == "with")
          add(frame_.agents, frame_.verb + "_with", oblique.members, frame_.confidence * 0.85,
              rule);
      if (std::none_of(frame_.obliques.begin(), frame_.obliques.end(),
                       [](const Oblique& oblique) { return oblique.preposition == "with"; }))
        add_obliques(frame_.subjects, frame_.confidence * 0.82, rule, true);
      return;
    }
    if (!frame_.objects.empty()) {  // "was given the prize"
      add(frame_.subjects, frame_.verb, frame_.objects, frame_.confidence * 0.7, rule, true);
      return;
    }
    if (add_obliques(frame_.subjects, frame_.confidence * 0.95, rule, true) == 0 && !frame_.governs)
      add_bare(frame_.subjects, frame_.verb, frame_.confidence * 0.9, rule, true);
  }

  void copula() {
    if (frame_.adjective) return predicative();
    if (!frame_.objects.empty()) {
      const Phrase& object = frame_.objects.front();
      if (object.pronoun) return;
      add(frame_.subjects, "be", frame_.objects, frame_.confidence * 0.95, "copula");
      return;
    }
    add_obliques(frame_.subjects, frame_.confidence * 0.92, "copula", false);
  }

  void predicative() {
    const bool complement = !frame_.obliques.empty() && !skipped(frame_.obliques.front());
    if (complement) {
      const Oblique& oblique = frame_.obliques.front();
      add(frame_.subjects, frame_.verb + "_" + frame_.adjective_word + "_" + oblique.preposition,
          oblique.members, frame_.confidence * 0.92, "copula");
      return;
    }
    if (frame_.governs) return;
    Phrase state;
    state.tokens = frame_.adjective_tokens;
    state.head = state.tokens.last - 1;
    add(frame_.subjects, frame_.verb, {state}, frame_.confidence * 0.9, "copula");
  }

  std::string noun_form(const Phrase& phrase) const {
    const std::string word = lower(sentence_.tokens[phrase.head].text);
    return is_plural_noun(word) ? word : phrase.word;
  }

  void transitive() {
    const char* rule = rule_name(frame_.reading);
    const Phrase& object = frame_.objects.front();
    light(rule);
    if (!frame_.recipients.empty())
      add(frame_.subjects, frame_.verb + "_to", frame_.recipients, frame_.confidence * 0.9, rule);
    add(frame_.subjects, frame_.verb, frame_.objects,
        frame_.confidence * (object.pronoun ? 0.85 : 1.0), rule);
    for (std::size_t i = 0; i < frame_.obliques.size(); ++i) {
      const Oblique& oblique = frame_.obliques[i];
      if (i == used_ || skipped(oblique) || oblique.gerund) continue;
      if (oblique.preposition == "in" && is_place(oblique.members.front())) continue;
      // Behind a common noun most prepositions belong to the noun.
      const bool name = object.mention || object.pronoun;
      if (!is_goal(oblique.preposition) && !(oblique.beside_object && name)) continue;
      add(frame_.subjects, frame_.verb + "_" + oblique.preposition, oblique.members,
          frame_.confidence * oblique_weight(oblique), rule);
    }
  }

  static double oblique_weight(const Oblique& oblique) {
    const std::string& word = oblique.preposition;
    const bool goal =
        word == "to" || word == "from" || word == "with" || word == "into" || word == "at";
    return goal && oblique.beside_object ? 0.88 : goal ? 0.8 : 0.78;
  }

  /// "held talks with X": the noun joins the relation.
  void light(const char* rule) {
    if (frame_.objects.size() != 1 || frame_.obliques.empty() || !is_light_verb(frame_.verb))
      return;
    const Phrase& noun = frame_.objects.front();
    const Oblique& oblique = frame_.obliques.front();
    if (noun.mention || !is_light_noun(noun.word) || !oblique.beside_object || skipped(oblique))
      return;
    used_ = 0;
    add(frame_.subjects, frame_.verb + "_" + noun_form(noun) + "_" + oblique.preposition,
        oblique.members, frame_.confidence, rule);
  }

  void intransitive() {
    const char* rule = rule_name(frame_.reading);
    if (add_obliques(frame_.subjects, frame_.confidence * 0.95, rule, false) > 0) return;
    if (frame_.governs || takes_clause(frame_.verb) || frame_.verb == "have" ||
        frame_.verb == "do" || frame_.verb == "let" || frame_.verb == "seem")
      return;
    add_bare(frame_.subjects, frame_.verb, frame_.confidence * 0.85, rule, false);
  }

  const Sentence& sentence_;
  const Frame& frame_;
  std::vector<Clause> clauses_;
  std::optional<Argument> place_;
  std::size_t used_ = static_cast<std::size_t>(-1);
  double factor_ = 1.0;
};

/// The frame whose verb the time belongs to.
std::optional<std::size_t> owner(const std::vector<Frame>& frames, TokenRange time) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const Frame& frame = frames[i];
    const bool behind = frame.predicate.first < time.first && time.first <= frame.extent.last + 1;
    if (behind && (!best || frames[*best].predicate.first < frame.predicate.first)) best = i;
  }
  if (best) return best;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const Frame& frame = frames[i];
    if (frame.reading == Reading::main && frame.predicate.first >= time.last) return i;
  }
  return std::nullopt;
}

}  // namespace

Argument argument(const Phrase& phrase) {
  Argument result;
  result.tokens = phrase.tokens;
  result.head = phrase.head;
  return result;
}

std::string relation_name(std::string_view words) {
  std::string result;
  for (const char c : lower(words)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (plain)
      result += c;
    else if (!result.empty() && result.back() != '_')
      result += '_';
  }
  while (!result.empty() && result.back() == '_') result.pop_back();
  return result;
}

std::vector<Clause> clauses_of(const Sentence& sentence, const Frame& frame) {
  return Emitter(sentence, frame).emit();
}

void attach_times(const Sentence& sentence, const std::vector<Frame>& frames,
                  std::vector<std::vector<Clause>>& clauses) {
  for (std::uint32_t t = 0; t < sentence.times.size(); ++t) {
    const TokenRange range = sentence.times[t].tokens;
    // "the November 9 statement": part of a name, not of what happens.
    if (range.last < sentence.tokens.size() && (is_noun_tag(sentence.tokens[range.last].xpos) ||
                                                sentence.tokens[range.last].xpos == "POS"))
      continue;
    const std::optional<std::size_t> frame = owner(frames, range);
    if (!frame) continue;
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const bool joined = frames[i].reading == Reading::shared &&
                          frames[i].from == frames[*frame].from &&
                          range.last <= frames[*frame].predicate.first;
      if (i != *frame && !joined) continue;
      for (Clause& clause : clauses[i])
        if (!clause.time) clause.time = t;
    }
  }
}

}  // namespace dossier::extract::clause
