// SPDX-License-Identifier: Apache-2.0
// Writes the facts of a document as quads: triples, reifiers, quantities.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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
             const GraphWriter& out)
      : analysis_(analysis), resolution_(resolution), names_(names), out_(out) {}

  void write_quantities(const Sentence& sentence, const Term& iri);
  /// Clauses and typed facts; equal ones once, with the rules of both and the greater confidence.
  void write_facts(const Sentence& sentence, const Term& iri);
  std::uint64_t count() const { return facts_; }

 private:
  /// A triple and how the sentence says it.
  struct Statement {
    Triple triple;
    Claim said;
    std::optional<Term> time, time_end;  ///< stated by a rule
  };

  Term quantity_node(std::uint32_t sentence, std::uint32_t quantity) const;
  Term term_of(const FactNode& node) const;
  void add_clause(const Sentence& sentence, const Clause& clause);
  void add_typed(const TypedFact& fact);
  static void join(Statement& statement, const TypedFact& fact);
  void write_fact(const Sentence& sentence, const Statement& fact, const Term& iri);
  void write_time(const Sentence& sentence, const Statement& fact, const Term& reifier) const;
  void write_circumstances(const Claim& said, const Term& reifier) const;
  void write_source(const Sentence& sentence, const Claim& said, const Term& reifier) const;
  void label_relation(const std::string& relation);
  /// The words of a part of a fact and where they stand.
  void write_part(const Sentence& sentence, TokenRange tokens, const Term& reifier,
                  std::string_view text, k::SpanTerms span) const;
  Term term_of(const Sentence& sentence, const Argument& argument) const;

  const Analysis& analysis_;
  const Resolution& resolution_;
  const EntityLinker& names_;
  const GraphWriter& out_;
  std::vector<Statement> statements_;  ///< of the sentence being written
  std::uint64_t facts_ = 0;
  std::set<std::string> labelled_;
};

}  // namespace dossier::extract
