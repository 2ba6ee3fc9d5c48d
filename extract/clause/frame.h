// One frame a verb: who does it, to what, with which prepositional phrases, and how true it is said
// to be. Everything a sentence's clauses are made from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/clause/units.h"

namespace dossier::extract::clause {

/// Which way a frame's subject was found; also the clause's rule.
enum class Reading : std::uint8_t {
  main,        ///< a noun phrase before the verb
  relative,    ///< the noun before "who", "which", "that"
  shared,      ///< the subject of the verb it is joined to by "and"
  participle,  ///< "the statement signed by X", "people living in X"
  controlled,  ///< "agreed to send": the subject of "agree"
  free,        ///< ", helping them": the subject of the main clause
};

struct Oblique {
  std::string preposition;
  TokenRange tokens;  ///< the preposition
  std::vector<Phrase> members;
  bool beside_object = false;  ///< directly behind the object, so that it may belong to the noun
  bool gerund = false;         ///< "in implementing projects"
};

struct Frame {
  std::size_t unit = 0;  ///< of the verb
  Reading reading = Reading::main;
  std::vector<Phrase> subjects;  ///< grammatical: of a passive verb, what it is done to
  std::vector<Phrase> agents;    ///< "by X" of a passive verb
  std::vector<Phrase> objects;
  std::vector<Phrase> recipients;  ///< "gave THEM information"
  std::vector<Oblique> obliques;
  std::optional<std::size_t> adjective;  ///< unit of "be ADJECTIVE"
  std::string adjective_word;
  TokenRange adjective_tokens;
  std::string verb;  ///< lemma, with the verb it continues: "try_to_see"
  TokenRange predicate;
  bool passive = false;
  bool negated = false;
  Modality modality = Modality::asserted;
  std::optional<Phrase> attributed;
  bool void_claim = false;  ///< stands below a denial or the like: nothing is known about it
  double confidence = 0.8;
  std::size_t from = 0;  ///< units of the clause: [from, to)
  std::size_t to = 0;
  TokenRange extent;     ///< tokens of the clause
  bool governs = false;  ///< a clause or another verb follows: "agreed to ...", "said that ..."
  bool stative = false;  ///< "is interested", "is based"
};

/// What all readers of one sentence share. Frames come in the order of their verbs.
struct SentenceReading {
  const Sentence& sentence;
  std::vector<Unit> units;
  std::vector<std::optional<Frame>> frames;  ///< by unit
  bool question = false;

  const Unit& unit(std::size_t i) const { return units[i]; }
  bool is(std::size_t i, Kind kind) const { return i < units.size() && units[i].kind == kind; }
  /// The unit before `i` that is no adverb or time; none at the beginning.
  std::optional<std::size_t> before(std::size_t i) const;
  /// The first unit from `i` on that is no adverb or time; units.size() at the end.
  std::size_t after(std::size_t i) const;
};

/// Who does the verb of `frame.unit`: fills in subjects, reading and from. False where nobody can
/// be told.
bool find_subject(const SentenceReading& state, Frame& frame);
/// The noun the relative pronoun in unit `pronoun` stands for; `from` gets its unit. Empty when
/// that is open.
std::vector<Phrase> antecedent_of(const SentenceReading& state, const Frame& frame,
                                  std::size_t pronoun, std::size_t& from);
/// Fills in objects, recipients, obliques, adjective and to.
void find_objects(const SentenceReading& state, Frame& frame);
/// Fills in modality, attribution and void_claim from what governs the clause.
void find_context(const SentenceReading& state, Frame& frame);

/// The frames of a sentence or an aside.
std::vector<Frame> frames_of(const Sentence& sentence, TokenRange range);

}  // namespace dossier::extract::clause
