// SPDX-License-Identifier: Apache-2.0
// Whether what a sentence has of the asked kind may be what the question asks for, and where it
// stands. Private to desk/ask.
#pragma once

#include <cstddef>
#include <cstdint>

#include "desk/ask/clause_fit.h"
#include "desk/ask/passage_candidates.h"
#include "desk/ask/passage_terms.h"
#include "desk/ask/phrase_match.h"

namespace dossier::asking {

class PassageFit {
 public:
  enum class Place : std::uint8_t { asked, unknown, other };

  /// All must outlive it.
  PassageFit(const Reading& reading, const SentenceText& source, const extract::Sentence& parsed,
             const PassageTerms& terms)
      : reading_(reading),
        parsed_(parsed),
        terms_(terms),
        phrases_(source, parsed),
        fit_(reading, parsed, phrases_) {}

  /// The sentence is no question, its times are the question's, and its clause with the question's
  /// verb is not about somebody else.
  bool may_tell() const;
  /// The question does not name it, and it is told as the question asks.
  bool may_be(const Candidate& one) const;
  /// Where it stands in a clause with the question's verb.
  Place place_of(const Candidate& one) const;
  /// Steps along the tree to the question's verb, or to another word of it.
  std::size_t distance(const Candidate& one) const;

 private:
  bool is_question() const;
  bool is_the_verb(const extract::Frame& frame) const;
  bool tells_of_another() const;
  bool names_another(const extract::Frame& frame) const;
  bool has_name_before(std::uint32_t token) const;
  bool is_another(const Phrase& phrase, const extract::FrameArgument& argument) const;
  Place place_in(const extract::Frame& frame, const Candidate& one) const;
  bool says_something(const extract::FrameArgument& argument) const;
  bool links(const extract::Frame& frame, const Candidate& one) const;
  bool is_close(const Candidate& one) const;
  bool has_place(extract::TokenRange range) const;

  const Reading& reading_;
  const extract::Sentence& parsed_;
  const PassageTerms& terms_;
  PhraseMatcher phrases_;
  ClauseFit fit_;
};

}  // namespace dossier::asking
