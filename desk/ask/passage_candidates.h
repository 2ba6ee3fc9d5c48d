// SPDX-License-Identifier: Apache-2.0
// What a sentence has of the kind that a question asks for: names, days, numbers, causes. Private
// to desk/ask.
#pragma once

#include <vector>

#include "desk/ask/question.h"
#include "desk/ask/sentence_clauses.h"
#include "desk/ask/value_of_phrase.h"
#include "extract/document.h"

namespace dossier::asking {

struct Candidate {
  ClauseValue value;
  std::uint32_t head = 0;
  bool of_clause = false;    ///< a time, a place, a number: it may stand anywhere in its clause
  bool needs_place = false;  ///< a description: only where the question asks
};

class Candidates {
 public:
  /// All must outlive it.
  Candidates(const Reading& reading, const SentenceText& source, const extract::Sentence& parsed)
      : reading_(reading), source_(source), parsed_(parsed), values_(reading, source, parsed) {}

  /// Each value once, in the order of the text.
  std::vector<Candidate> all() const;

 private:
  void add_named(std::vector<Candidate>& out) const;
  void add_described(std::vector<Candidate>& out) const;
  void add_times(std::vector<Candidate>& out) const;
  void add_places(std::vector<Candidate>& out) const;
  void add_numbers(std::vector<Candidate>& out) const;
  void add_spans(std::vector<Candidate>& out) const;
  void add_causes(std::vector<Candidate>& out) const;
  void add_measures(std::vector<Candidate>& out) const;

  const Reading& reading_;
  const SentenceText& source_;
  const extract::Sentence& parsed_;
  PhraseValues values_;
};

}  // namespace dossier::asking
