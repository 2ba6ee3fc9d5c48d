// SPDX-License-Identifier: Apache-2.0
// How surely a fact is read: every weight, with its reason. A frame starts with the probability of
// the arcs that hold it together; each step from it to a fact may only take away.
//
// The weights were set by judging facts of documents of several genres by hand, construction by
// construction; issue-sized changes belong to a fit over judged facts, not to a single weight.
#pragma once

#include <algorithm>
#include <cstddef>

namespace dossier::extract::confidence {

/// Nothing is certain, and what is stored at all is not hopeless.
inline constexpr double kLeast = 0.05;
inline constexpr double kMost = 0.97;

inline double bounded(double value) { return std::clamp(value, kLeast, kMost); }

// Frames.

/// A verb's frame whose arcs are all certain: the parser is right about such in 95 of 100.
inline constexpr double kVerbFrame = 0.95;
/// The part of a verb's frame that holds whatever its own arc's probability is.
inline double of_verb(double arc) { return 0.6 + 0.4 * arc; }
/// Of an argument: a wrong one mostly leaves the rest of the fact right.
inline double of_argument(double arc) { return 0.7 + 0.3 * arc; }
/// Appositions and possessives consist of their one arc.
inline double of_noun_phrase(double arc) { return 0.5 + 0.4 * arc; }
/// "talks between X and Y": the participants stand in prepositions of the noun.
inline constexpr double kEventNoun = 0.82;
/// "the purchase of X by Y": which of the two acts is less sure than for event nouns.
inline constexpr double kActionNoun = 0.78;

/// "X (1869-1951)": the years may be those of something else.
inline constexpr double kLifeDates = 0.9;

/// "the Oslo-based shipyard X": the words stand together.
inline constexpr double kSeatBeforeName = 0.9;

/// "President X": the words stand together, whatever the sentence is. Only the extent of the title
/// can be wrong.
inline constexpr double kTitleBeforeName = 0.94;
/// "X, mayor of Y," that the tree reads otherwise.
inline constexpr double kTitleBehindName = 0.85;
/// "X, mayor of Y and chair of Z": the second title may belong to somebody else.
inline constexpr double kFurtherTitle = 0.95;
/// "the president, X": of the only organisation that the sentence names before.
inline constexpr double kOnlyBody = 0.73;
/// "X is the president of Y": the verb's frame, and the words that make the title.
inline constexpr double kPostOfVerb = 0.95;

/// Long sentences are read less surely.
inline double of_length(std::size_t tokens) {
  return (tokens > 45 ? 0.93 : 1.0) * (tokens > 70 ? 0.93 : 1.0);
}

// What stands above a clause.

/// Below a noun: "the decision to leave".
inline constexpr double kBelowNoun = 0.9;
/// What somebody thinks, believes or feels.
inline constexpr double kBelief = 0.92;
/// "in leaving": the clause gives the circumstances of another one.
inline constexpr double kInGerund = 0.8;
/// "called on X to help": who is to act is named.
inline constexpr double kCalledUpon = 0.85;
/// "came to help": who is to act, and whether it happened, is open.
inline constexpr double kPurpose = 0.6;

// Arguments.

/// A prepositional phrase attached to the object belongs as likely to the verb.
inline constexpr double kLiftedPhrase = 0.8;
/// An object nobody wrote: "all we can do".
inline constexpr double kGap = 0.6;
/// "and Lund her deputy": two phrases beside each other are hardly anything else.
inline constexpr double kLeftOutVerb = 0.9;
/// What another verb of the list has.
inline constexpr double kSharedArgument = 0.85;
/// A fact with a resolved pronoun is as sure as the resolution.
inline constexpr double kPronoun = 0.88;
/// "this topic", "their company": the concept is not the one its words name.
inline constexpr double kPointingConcept = 0.82;
/// The concept is cut from a longer phrase, which says more.
inline constexpr double kCutConcept = 0.8;

// Facts of rules.

/// Of a rule that joins several frames of a sentence: at most this, and no more than the weakest.
inline constexpr double kWholeSentence = 0.8;

// Facts of lists and tables.

/// A cell below a header that the document marks as one: the header may be a word that says little
/// of the thing, and the row may be about another cell.
inline constexpr double kMarkedTable = 0.88;
/// The first row looks like headers.
inline constexpr double kTableByPlace = 0.75;
/// A name in a list of those present.
inline constexpr double kAttendance = 0.9;
/// "(Treasurer)" behind such a name.
inline constexpr double kAttendanceRemark = 0.8;

// From a verb's frame to an open relation: what the choice of its words adds in doubt.

/// "met with X": the preposition becomes part of the relation.
inline constexpr double kOblique = 0.97;
/// A second preposition of the same verb is more often attached wrongly.
inline constexpr double kFurtherOblique = 0.9;
/// Beside an object: "sent X to Y". A little less than of_argument(), for the object competes.
inline double of_oblique_beside_object(double arc) { return 0.7 + 0.25 * arc; }
/// "held talks with X": the noun shows to which verb the preposition belongs.
inline constexpr double kLightVerbBonus = 0.05;
/// "sent to X" without what was sent.
inline constexpr double kWithoutObject = 0.85;
/// "involved in implementing projects": the object belongs to the gerund.
inline constexpr double kOfGerund = 0.85;
/// "discussed by X with Y": the agent takes the other arguments.
inline constexpr double kOfAgent = 0.8;
/// "gave them X" as "gave to them"; in the passive it is less sure who received.
inline constexpr double kRecipient = 0.9;
inline constexpr double kRecipientOfPassive = 0.8;
/// "visited it": a fact about whatever "it" turns out to be.
inline constexpr double kPronounObject = 0.85;
/// "expects X to act" as one object.
inline constexpr double kWholeComplement = 0.9;
/// "X retired", "X was arrested": nothing else is said.
inline constexpr double kBareVerb = 0.88;
inline constexpr double kBarePassive = 0.92;

/// "I sold it", "she left", of nobody that the text names. No sign of the fit: such facts are as
/// often right as others, but a reader who keeps what is above 0.7 wants to know of whom they are.
inline constexpr double kOfUnnamedPerson = 0.7;

// From a copula's frame.

/// "X is a port".
inline constexpr double kIsNoun = 0.97;
/// "X is in Y", "X is home to Y", "X is ready for Y".
inline constexpr double kIsWithPhrase = 0.95;
/// "was elected president", "remains director".
inline constexpr double kAttribute = 0.9;
/// "X is closed", of a participle.
inline constexpr double kIsParticiple = 0.9;
/// Most adjectives want more to say something: "is interested (in what?)".
inline constexpr double kIsAdjective = 0.75;
/// "there are X in Y".
inline constexpr double kThereIs = 0.9;
/// "seems to X": linking verbs say little with a preposition.
inline constexpr double kLinkingOblique = 0.8;

}  // namespace dossier::extract::confidence
