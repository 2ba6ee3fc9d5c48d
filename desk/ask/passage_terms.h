// SPDX-License-Identifier: Apache-2.0
// What a sentence that answers should speak of, and how much each word of the question tells.
// Private to desk/ask.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "desk/ask/question.h"
#include "desk/ask/sentence_clauses.h"
#include "extract/document.h"

namespace dossier::asking {

/// A word or a name of the question.
struct PassageTerm {
  std::vector<std::string> words;  ///< itself, in its base form
  std::vector<std::string> near;   ///< what means about the same
  std::vector<Term> things;
  double weight = 1;
  bool verb = false;
};

std::vector<PassageTerm> passage_terms(const Reading& reading);

/// The terms of a question in one sentence and around it.
class PassageTerms {
 public:
  /// All must outlive it.
  PassageTerms(const std::vector<PassageTerm>& terms, const SentenceText& source,
               const extract::Sentence& parsed);

  /// The share of the weights of all terms that the sentence has; what stands around it counts
  /// for less.
  double covered() const { return covered_; }
  /// Tokens of the sentence that are a term; those of the verb apart.
  const std::set<std::uint32_t>& places() const { return places_; }
  const std::set<std::uint32_t>& verbs() const { return verbs_; }
  /// The question has a verb that says something, and the sentence has none like it.
  bool lacks_verb() const { return lacks_verb_; }
  /// A name of the question is neither in the sentence nor around it.
  bool lacks_name() const { return lacks_name_; }
  /// Terms in the sentence itself.
  std::size_t own() const { return own_; }

 private:
  double quality(const PassageTerm& term, std::uint32_t token) const;

  const SentenceText& source_;
  const extract::Sentence& parsed_;
  std::set<std::uint32_t> places_, verbs_;
  double covered_ = 0;
  std::size_t own_ = 0;
  bool lacks_verb_ = false, lacks_name_ = false;
};

}  // namespace dossier::asking
