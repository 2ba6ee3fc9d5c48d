// SPDX-License-Identifier: Apache-2.0
// Reduces a phrase of GUM's annotation to the name in it: removes titles, determiners, modifiers
// and clauses.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extract/conllu/sentences.h"
#include "extract/lexicon/lexicon.h"
#include "extract/train/neural/entity_brackets.h"

namespace dossier::extract {

struct GoldName {
  std::size_t first = 0;  ///< word, from 0
  std::size_t last = 0;   ///< after the last one
  std::string type;       ///< "PERSON", "PLACE", "ORGANIZATION", "EVENT", "TIME", "OTHER"

  friend bool operator==(const GoldName&, const GoldName&) = default;
};

/// Reads the phrases of one sentence; sentence and lexicon must outlive it.
class NameTrimmer {
 public:
  NameTrimmer(const ConlluSentence& sentence, const Lexicon& lexicon)
      : words_(sentence.words), lexicon_(lexicon) {}

  /// The name of a phrase, when it has one; `inner` are the phrases inside it.
  std::optional<GoldName> trim(const EntityPhrase& phrase,
                               const std::vector<EntityPhrase>& inner) const;

  /// The head of a phrase.
  std::size_t head_of(const EntityPhrase& phrase) const;

  bool is_proper(std::size_t i) const;

 private:
  bool is_year(std::size_t i) const;
  bool is_date(const EntityPhrase& phrase, std::size_t head) const;
  std::optional<GoldName> trim_time(const EntityPhrase& phrase, std::size_t head) const;
  std::optional<GoldName> name_behind(const EntityPhrase& phrase, std::size_t head) const;
  std::optional<GoldName> name_of_identity(const EntityPhrase& phrase,
                                           const std::vector<EntityPhrase>& inner) const;
  bool is_final_s(std::size_t at, const EntityPhrase& phrase, std::size_t head) const;
  bool capital(std::size_t i) const;
  bool belongs(std::size_t i, std::size_t head) const;
  bool joins_left(std::size_t i, std::size_t head) const;
  std::size_t next_part(std::size_t at, const EntityPhrase& phrase, std::size_t head,
                        const std::string& type) const;
  void drop_titles(const std::set<std::string>& identity, GoldName& name) const;
  bool is_plain_noun(std::size_t i) const;

  const std::vector<ConlluWord>& words_;
  const Lexicon& lexicon_;
};

}  // namespace dossier::extract
