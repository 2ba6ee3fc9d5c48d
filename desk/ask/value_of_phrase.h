// SPDX-License-Identifier: Apache-2.0
// What an argument of a clause is as an answer: a name, a phrase, a place, a day. Private to
// desk/ask.
#pragma once

#include <optional>

#include "desk/ask/sentence_clauses.h"
#include "extract/document.h"

namespace dossier::asking {

class PhraseValues {
 public:
  /// All must outlive it.
  PhraseValues(const Reading& reading, const SentenceText& source, const extract::Sentence& parsed)
      : reading_(reading), source_(source), parsed_(parsed) {}

  /// None for a pronoun that nobody resolved, and for what is not of the kind that is asked for.
  /// `extent` has what describes the argument: "factories in Linz" of "which factories".
  std::optional<ClauseValue> value_of(const extract::Argument& argument,
                                      extract::TokenRange extent) const;
  /// The words of these tokens.
  ClauseValue words_of(extract::TokenRange range) const;
  /// With its articles: "half an hour".
  ClauseValue all_words_of(extract::TokenRange range) const;
  /// A person, an organisation, a country.
  bool names_somebody(const extract::Argument& argument) const;
  /// Its words, whatever it is.
  ClauseValue description_of(const extract::Argument& argument) const;
  /// None for what is no named place; "at" a university or a company is one.
  std::optional<ClauseValue> place_of(const extract::Argument& argument,
                                      std::string_view marker) const;
  /// Of the clause; else the only one of the sentence.
  std::optional<ClauseValue> time_of(const extract::Frame& frame) const;

 private:
  const NamedPlace* name_at(const extract::Argument& argument) const;
  bool fits(const extract::Argument& argument, const NamedPlace* name,
            const std::string& text) const;
  bool has_noun(const std::string& text) const;
  std::string text_of(extract::TokenRange range) const;
  std::string written(extract::TokenRange range) const;
  std::optional<ClauseValue> number_of(const extract::Argument& argument) const;

  const Reading& reading_;
  const SentenceText& source_;
  const extract::Sentence& parsed_;
};

}  // namespace dossier::asking
