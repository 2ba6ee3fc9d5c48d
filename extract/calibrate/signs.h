// SPDX-License-Identifier: Apache-2.0
// What the fit of confidence sees of a fact.
#pragma once

#include <array>
#include <cstddef>

#include "extract/document.h"

namespace dossier::extract::calibrate {

/// In the order of weights.tsv; 0 where one does not apply. "Doubt" is 1 minus a probability.
enum Sign : std::size_t {
  kBias,              ///< always 1
  kRules,             ///< log odds of what confidence.h gives; 0 for facts of the relation model
  kModel,             ///< the relation model alone says it
  kModelProbability,  ///< log odds of the model's probability
  kRole,              ///< a title or a post
  kFormerTitle,       ///< a title that nobody holds any more, without a word of that
  kTree,              ///< mean log probability of the sentence's arcs and labels
  kWords,             ///< log of the sentence's words
  kFragment,          ///< no word of the sentence is a finite verb
  kUnended,           ///< the sentence ends without a full stop or the like
  kBreaks,            ///< log of 1 + brackets, colons, semicolons, dashes of the sentence
  kPossible,          ///< it is said to be possible or conditional
  kTime,              ///< it has a time
  kNamedSource,       ///< the sentence names who claims it
  kPredicateArc,      ///< log probability of the arc above the predicate
  kBareCopula,      ///< "was for a while", "is 8 km from": a copula with a preposition or a number
  kAdverbial,       ///< the predicate is of an adverbial clause
  kClauseLeft,      ///< the predicate has a clause that may not be part of the fact
  kObjectFar,       ///< log of 1 + words from the predicate to the object
  kObjectBreak,     ///< a bracket, colon, quotation mark or the like stands on that way
  kObjectLabel,     ///< log probability of the object's label
  kSubjectLabel,    ///< of the subject's
  kSubjectArc,      ///< log probability of the arc above the subject
  kSubjectName,     ///< doubt that the subject's words are a name
  kSubjectPronoun,  ///< doubt that the pronoun means the subject
  kSubjectUnnamed,  ///< a pronoun is taken for a thing without a name
  kSubjectRenamed,  ///< the thing without a name has other words elsewhere
  kObjectName,      ///< as for the subject
  kObjectPronoun,
  kObjectUnnamed,
  kObjectRenamed,
  kObjectConjunct,  ///< not the first member of a list
  kSigns
};

using Signs = std::array<double, kSigns>;

/// A fact and what it is about, whether a clause or a rule says it.
struct Said {
  const Claim& claim;
  FactNode subject;
  FactNode object;
};

/// Looks only at what the rules left. `fact` must be of `sentence`.
Signs signs_of(const Analysis& analysis, const Sentence& sentence, const Said& fact);

/// Every fact of a sentence, its clauses first, each in its order.
std::vector<Said> facts_of(const Sentence& sentence);

}  // namespace dossier::extract::calibrate
