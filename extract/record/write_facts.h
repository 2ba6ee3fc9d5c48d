// SPDX-License-Identifier: Apache-2.0
// Writes the facts of a document as quads: triples, reifiers, quantities.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/graph/graph_writer.h"
#include "extract/graph/vocabulary.h"
#include "extract/link/entity_linker.h"
#include "extract/resolve/resolve.h"

namespace dossier::extract {

class FactWriter {
 public:
  FactWriter(const Analysis& analysis, const Resolution& resolution, const EntityLinker& names,
             const GraphWriter& out);

  void write_quantities(const Sentence& sentence, const Term& iri);
  /// Clauses and typed facts; equal ones once, with the rules of both and the greater confidence.
  void write_facts(const Sentence& sentence, const Term& iri);
  std::uint64_t count() const { return facts_; }
  /// The entities that facts written so far name.
  const std::set<std::uint32_t>& used() const { return used_; }

 private:
  /// A triple and how the sentence says it.
  struct Statement {
    Triple triple;
    Claim said;
    std::optional<Term> time, from, to;  ///< stated by a rule
  };

  Term quantity_iri(std::uint32_t sentence, std::uint32_t quantity) const;
  Term entity_iri(std::uint32_t entity);
  Term term_of(const FactNode& node);
  Term term_of(const Sentence& sentence, const Argument& argument);
  void add_clause(const Sentence& sentence, const Clause& clause);
  void add_typed(const Sentence& sentence, const TypedFact& fact);
  static void join(Statement& statement, const TypedFact& fact);
  void write_fact(const Sentence& sentence, const Statement& fact, const Term& iri);
  void write_clause(const Sentence& sentence, const Statement& fact, const Term& reifier);
  void write_time(const Sentence& sentence, const Statement& fact, const Term& reifier) const;
  void write_circumstances(const Claim& said, const Term& reifier);
  std::optional<std::uint32_t> speaker_of(const Sentence& sentence, const Claim& said) const;
  void write_source(const Sentence& sentence, const Claim& said, const Term& reifier);
  /// What the words of a relation are.
  enum class Naming : std::uint8_t { verb, post, header };
  static Naming naming_of(const Sentence& sentence, const Claim& said);
  void label_relation(const std::string& relation, Naming naming);
  /// The words of a part of a fact and where they stand.
  void write_part(const Sentence& sentence, TokenRange tokens, const Term& reifier,
                  std::string_view text, k::SpanTerms span) const;

  const Analysis& analysis_;
  const Resolution& resolution_;
  const EntityLinker& names_;
  const GraphWriter& out_;
  std::vector<std::uint32_t> quantities_before_;  ///< of each sentence: how many the others have
  std::vector<Statement> statements_;             ///< of the sentence being written
  std::uint32_t facts_ = 0;
  /// The numbers of frames that have facts, by sentence and frame.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> frames_;
  std::set<std::uint32_t> used_;
  std::set<std::string> labelled_;
};

}  // namespace dossier::extract
