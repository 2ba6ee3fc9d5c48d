// SPDX-License-Identifier: Apache-2.0
// Reads a knowledge base one triple pattern at a time, for lookups that need no query language.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/quad.h"
#include "dossier/term.h"
#include "model/id_quad.h"
#include "storage/quad_source.h"

namespace dossier::extract {

/// Over one immutable state, which it keeps alive. Thread-compatible.
class GraphReader {
 public:
  explicit GraphReader(std::shared_ptr<const storage::QuadSource> source)
      : source_(std::move(source)) {}

  std::vector<Term> objects(const Term& subject, std::string_view predicate) const;
  std::vector<Term> subjects(std::string_view predicate, const Term& object) const;
  /// The first of subjects(), however many there are.
  std::optional<Term> any_subject(std::string_view predicate, const Term& object) const;
  /// The first object's lexical form or IRI; empty when there is none.
  std::string text(const Term& subject, std::string_view predicate) const;
  std::optional<Term> object(const Term& subject, std::string_view predicate) const;
  /// The first object as a whole number; 0 when there is none.
  std::uint64_t number(const Term& subject, std::string_view predicate) const;
  bool contains(const Term& subject, std::string_view predicate, const Term& object) const;
  /// Whether any triple has this subject.
  bool is_subject(const Term& subject) const;
  /// How many subjects have this predicate and object within one graph.
  std::uint64_t count_in_graph(std::string_view predicate, const Term& object,
                               const Term& graph) const;
  /// The ids of all triples whose subjects have this predicate and object. Where they are equal in
  /// two states of a knowledge base, both say the same of these subjects.
  std::vector<TermId> description_ids(std::string_view predicate, const Term& object) const;
  /// The graphs that contain a triple.
  std::vector<Term> graphs_of(const Triple& triple) const;

  /// The triple terms that something reifies and whose parts match; an empty part matches any.
  std::vector<Term> facts_matching(const std::optional<Term>& subject,
                                   const std::optional<Term>& predicate,
                                   const std::optional<Term>& object) const;
  /// The quads of one graph with this predicate.
  std::vector<Quad> quads_of(const Term& graph, std::string_view predicate) const;

  const storage::QuadSource& source() const { return *source_; }

 private:
  std::vector<TermId> column(storage::ScanRequest request, dossier::Position position) const;
  void each_of_graph(TermId graph, const std::function<void(TermId, TermId, TermId)>& visit) const;
  std::vector<Term> terms(const std::vector<TermId>& ids) const;

  std::shared_ptr<const storage::QuadSource> source_;
};

/// When a document says it was published, with the time of day when it says that; else empty.
std::string published(const GraphReader& known, const Term& document);

}  // namespace dossier::extract
