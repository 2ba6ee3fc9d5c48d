// Base phrases joined into what clauses are made of: noun phrases with their "of" phrases, lists,
// appositions. Marks and prepositions stay as they are, one unit each.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/clause/chunk.h"

namespace dossier::extract::clause {

/// A noun phrase that can fill a role.
struct Phrase {
  TokenRange tokens;
  std::uint32_t head = 0;
  std::string word;  ///< lemma of the head
  std::optional<std::uint32_t> mention;
  MentionType type = MentionType::unknown;
  bool pronoun = false;
  bool plural = false;
  bool negative = false;
  bool determined = false;
  std::vector<Phrase> inner;  ///< what stands behind its last "of", if anything
};

struct Unit {
  Kind kind = Kind::stop;
  TokenRange tokens;
  std::string word;
  std::vector<Phrase> members;  ///< of a noun unit: one, or the members of a list
  VerbGroup verb;

  bool is(Kind wanted) const { return kind == wanted; }
};

/// What a sentence, or a bracket within it, is made of.
std::vector<Unit> units_of(const Sentence& sentence, TokenRange range);

/// Asides: ( ... ) and the words between two dashes, without their marks. They are read on their
/// own.
std::vector<TokenRange> asides_of(const Sentence& sentence);

}  // namespace dossier::extract::clause
