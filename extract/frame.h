// SPDX-License-Identifier: Apache-2.0
// What a sentence says: frames of its predicates, clauses read from them, facts that rules make.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/term.h"
#include "extract/spans.h"

namespace dossier::extract {

enum class Modality : std::uint8_t {
  asserted,
  possible,
  necessary,
  planned,
  expected,
  hoped,
  conditional,
  asked,
  alleged,  ///< a claim or an accusation of somebody
};

/// What a frame was read from.
enum class Construction : std::uint8_t {
  main,         ///< a clause with a subject of its own
  complement,   ///< "said that X left"
  adverbial,    ///< "because X left"
  relative,     ///< "X, who left"
  participle,   ///< "signed by X", "living in X"
  conjunction,  ///< "X came and left"
  control,      ///< "X agreed to leave"
  adjunct,      ///< "X came, leaving Y"
  event_noun,   ///< "the visit of X to Y"
  apposition,   ///< "X, a town"
  possessive,   ///< "Y's office"
  title,        ///< a role beside a name: "President X"
  copula,       ///< a role: "X is the president"
  verb,         ///< a role: "X became president"
};

/// "event noun"
std::string_view name_of(Construction construction);

/// A noun phrase that fills a role in a clause.
struct Argument {
  TokenRange tokens;
  std::uint32_t head = 0;                 ///< the token the phrase is about
  std::optional<std::uint32_t> entity;    ///< index into Analysis::entities once resolved
  std::optional<std::uint32_t> quantity;  ///< index into the sentence's quantities
};

/// The role of an argument in its frame. Voice is normalised to active: the subject is the agent,
/// also of a passive sentence.
enum class ArgumentRole : std::uint8_t {
  subject,
  object,
  recipient,   ///< "gave THEM information"
  attribute,   ///< what a copula says: "is THE PRESIDENT of X", "is READY"
  oblique,     ///< with a preposition: "met WITH X"
  complement,  ///< a clause: "said THAT ...", "agreed TO SEND ..."
  time,
  adverb,  ///< "together", "by phone"
};

/// One argument of a frame.
struct FrameArgument {
  ArgumentRole role = ArgumentRole::object;
  std::string marker;  ///< lower case: "with", "according_to"; of a complement "that", "to"
  TokenRange extent;   ///< the whole phrase as written, with marker and modifying clauses
  std::vector<Argument> members;  ///< one, or the conjuncts of "X and Y"; none for clauses, adverbs
  std::optional<std::uint32_t> frame;  ///< of a complement: index into Sentence::frames
  std::optional<std::uint32_t> time;   ///< of a time: index into Sentence::times
  float confidence = 1;                ///< that it belongs to this frame: the arc's probability
};

/// One predicate with all its arguments. The facts of the knowledge base, the open tuples and the
/// graph that rules query are all made from frames.
struct Frame {
  enum class Kind : std::uint8_t {
    verb,
    copula,
    noun,        ///< "visit of X to Y", "talks between X and Y"
    role,        ///< "X, president of Y": subject X, predicate the title, object Y if it is told,
                 ///< "from" what country somebody is whose title is no post
    apposition,  ///< "X, a town": subject X, attribute
    possessive,  ///< "Y's office": subject Y, object the phrase
  };
  Kind kind = Kind::verb;
  std::uint32_t head = 0;  ///< token of the verb, the attribute or the noun
  TokenRange predicate;    ///< the words of the relation, first to last
  std::string lemma;       ///< "visit", "take_over", "hold_talks"; of a role "foreign_minister"
  Construction construction = Construction::main;
  std::string title;     ///< of a role that a person holds, as written: "Foreign Minister"
  bool former = false;   ///< of a role: it has ended
  bool passive = false;  ///< was passive as written
  bool negated = false;
  bool denied = false;    ///< under a denial or an order: nothing is known about it
  bool question = false;  ///< in a question
  Modality modality = Modality::asserted;
  std::vector<FrameArgument> arguments;   ///< in the order of the text
  std::optional<Argument> attributed;     ///< who claims it; none: the speaker
  std::optional<std::uint32_t> governor;  ///< frame it is a complement of
  double confidence = 0.5;

  /// The first argument of this role that has members; null if there is none.
  const FrameArgument* find(ArgumentRole role) const {
    for (const FrameArgument& argument : arguments)
      if (argument.role == role && !argument.members.empty()) return &argument;
    return nullptr;
  }
};

/// How one sentence says something: its words, whether it is so, when, where and according to whom,
/// and how surely it was read. Clauses and typed facts share it.
struct Claim {
  std::optional<Argument> subject;  ///< the words of the subject
  TokenRange predicate;             ///< the words of the relation, first to last
  std::optional<Argument> object;   ///< none: the sentence names no object
  bool negated = false;
  bool passive_without_agent = false;
  Modality modality = Modality::asserted;
  std::optional<std::uint32_t> time;  ///< index into the sentence's times
  std::optional<Argument> place;
  std::optional<Argument> attributed;  ///< "Nduka declared that ..."; none: the speaker
  double confidence = 0.5;
  std::string rule;  ///< the construction or rule: "svo", "copula", "meetings", ...
  std::optional<std::uint32_t> frame;  ///< it was made from: index into Sentence::frames

  /// Neither denied nor anything less than asserted.
  bool is_asserted() const noexcept { return !negated && modality == Modality::asserted; }
};

/// One open relation between two arguments. Voice is normalised: the subject is the agent.
struct Clause : Claim {
  std::string relation;  ///< local name after r: ("visit", "meet_with")
};

/// A subject or object of a fact: an entity, a quantity, or any other term.
struct FactNode {
  std::optional<std::uint32_t> entity;    ///< index into Analysis::entities
  std::optional<std::uint32_t> quantity;  ///< index into the quantities of `sentence`
  std::uint32_t sentence = 0;
  Term term;  ///< when it is neither
  friend bool operator==(const FactNode&, const FactNode&) = default;
};

/// A fact that a rule made from a frame.
struct TypedFact {
  FactNode subject;
  Term predicate;
  FactNode object;
  Claim said;
  std::optional<Term> time;      ///< stated by the rule; takes precedence over the clause's
  std::optional<Term> from, to;  ///< bounds that the rule states, likewise
};

}  // namespace dossier::extract
