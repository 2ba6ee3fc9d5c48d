// SPDX-License-Identifier: Apache-2.0
// Things without a name that a document speaks of: "a trawler", "two engineers", "its director".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/resolve/entity_table.h"

namespace dossier::extract::resolve {

/// Follows the individuals of a document from one mention to the next, sentence by sentence.
class Individuals {
 public:
  /// Both must outlive it.
  Individuals(Analysis& analysis, EntityTable& table) : analysis_(analysis), table_(table) {}

  /// A possessive pronoun or name and whom it means; nobody: unknown.
  using Possessors = std::map<std::uint32_t, std::optional<std::uint32_t>>;

  /// Individuals that the sentence gives a name become what has the name: "The company that owns
  /// them, Azzurra Pesca". Comes before find() for the sentence.
  void name_in(std::uint32_t s);
  /// The individual that the phrase means: the one spoken of before that a definite phrase fits, if
  /// there is only one, else a new one. None for a phrase that is no single thing: a mass, an
  /// abstraction, a bare plural.
  std::optional<std::uint32_t> find(std::uint32_t s, const Argument& argument,
                                    const Possessors& possessors);
  /// Notes a phrase that is no argument of anything: it is a mention if the same individual is
  /// spoken of elsewhere, and what later phrases may mean. Comes after find() for the sentence.
  void hear(std::uint32_t s, const Argument& argument, const Possessors& possessors);
  /// Writes a mention for every phrase that was found. Comes last, for a phrase may hold names that
  /// others look for by their words.
  void write_mentions();

 private:
  /// What the words around a noun say of the thing.
  struct Phrase {
    std::string noun;                 ///< its lemma
    std::set<std::string> modifiers;  ///< lemmas
    std::string part;                 ///< "two" of "two of his deputies"
    bool plural = false;
    bool definite = false;
    bool possessed = false;
    std::optional<std::uint32_t> possessor;  ///< entity
  };
  /// An individual where it was spoken of.
  struct Spoken {
    Phrase phrase;
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
    std::uint32_t entity = 0;
    TextSpan span;
    bool noted = true;  ///< a mention: not what was heard once only
  };

  std::optional<Phrase> read(std::uint32_t s, std::uint32_t noun,
                             const Possessors& possessors) const;
  std::optional<Phrase> read_part(std::uint32_t s, std::uint32_t noun, std::uint32_t of) const;
  /// The one individual that the phrase can mean, where it was spoken of last; null if there is
  /// none or several.
  Spoken* antecedent(const Phrase& phrase, std::uint32_t s, std::uint32_t token);
  std::optional<std::uint32_t> speak(std::uint32_t s, const Argument& argument,
                                     const Possessors& possessors, bool is_argument);
  std::string kind_of(std::uint32_t s, std::uint32_t noun) const;
  std::string count_of(std::uint32_t s, std::uint32_t noun) const;
  void note(Spoken& spoken, const std::optional<TextSpan>& before);

  Analysis& analysis_;
  EntityTable& table_;
  std::vector<Spoken> spoken_;  ///< in the order of the text
  /// What the phrase of a noun means, by sentence and token: phrases are asked for several times.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known_;
  std::vector<std::pair<std::uint32_t, Mention>> mentions_;  ///< by sentence
};

/// Whether the number before a noun counts single things, "two trawlers", rather than measures: a
/// small number written as a word, of things that can be told apart.
bool counts_individuals(const Sentence& sentence, std::uint32_t noun, const Quantity& quantity);

}  // namespace dossier::extract::resolve
