// SPDX-License-Identifier: Apache-2.0
// The confidence of an open tuple: a logistic regression over features of its tree.
#pragma once

#include <array>
#include <cstddef>

namespace dossier::extract::openie {

/// What the regression sees. Probabilities are of arcs; counts as logarithms.
enum Sign : std::size_t {
  kBias,             ///< always 1
  kPredicateArc,     ///< the arc to the predicate's head
  kSubjectArc,       ///< the arc to the subject's head
  kMeanArc,          ///< of the other arguments
  kLeastArc,         ///< of the other arguments
  kSentenceWords,    ///< log of how many
  kTupleWords,       ///< log of how many
  kDepth,            ///< log of 1 + the arcs above the predicate
  kSubjectWords,     ///< log of how many
  kLongestArgument,  ///< log of 1 + its words
  kNoArgument,       ///< a subject alone
  kOneArgument,
  kManyArguments,  ///< how many above two
  kCopula,
  kPassive,
  kPronoun,          ///< the subject is one
  kAdverbialClause,  ///< among the arguments
  kClause,           ///< what is said or wanted among the arguments
  kRelative,         ///< 1 for each construction it is read from, else 0
  kParticiple,
  kAdjunct,
  kComplement,
  kApposition,
  kTitle,
  kGerund,
  kNotAsserted,
  kInverted,  ///< the subject is after the verb
  kSigns
};

using Signs = std::array<double, kSigns>;

/// 0 to 1. Coefficients: tests/eval/fit_confidence.py on CaRB's development part, each tuple
/// weighted by its precision there.
double confidence(const Signs& signs);

}  // namespace dossier::extract::openie
