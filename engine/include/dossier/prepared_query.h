// SPDX-License-Identifier: Apache-2.0
// Queries that are parsed once and run often. Part of <dossier/dossier.h>.
//
//   dossier::PreparedQuery ask = kb.prepare("SELECT ?name { $person foaf:name ?name }");
//   for (const dossier::Row& row : ask.run({{"person", person}})) use(row["name"]);
#pragma once

#include <memory>
#include <string>

#include "dossier/export.h"
#include "dossier/query.h"

namespace dossier {

/// A query with its plans. run() may be called from several threads at a time; copies share the
/// plans. It keeps the files of its knowledge base open and may outlive the KnowledgeBase.
///
/// The plan of a run serves later ones. It is made again when the knowledge base has grown or
/// shrunk by half since, when a parameter matches many more or fewer quads than it was planned for,
/// and when a parameter stands where its value decides about the plan (FILTER, VALUES, BIND, GRAPH,
/// SERVICE, LIMIT, repeated paths) and has changed. Results are those of KnowledgeBase::query().
class DOSSIER_API PreparedQuery {
 public:
  PreparedQuery(const PreparedQuery&) noexcept;
  PreparedQuery(PreparedQuery&&) noexcept;
  PreparedQuery& operator=(const PreparedQuery&) noexcept;
  PreparedQuery& operator=(PreparedQuery&&) noexcept;
  ~PreparedQuery();

  /// Runs over the newest state, with the options given to prepare(), whose parameters the given
  /// ones replace or add to. Throws as KnowledgeBase::query(), and Error(usage) when moved from.
  QueryResult run(const Parameters& parameters = {}) const;
  /// As above with other limits: of `options`, the parameters, timeout, memory_bytes, row_limit,
  /// cancellation, profile and outside count.
  QueryResult run(const Parameters& parameters, const QueryOptions& options) const;

  /// The text it was made of.
  const std::string& text() const;

  struct Impl;
  explicit PreparedQuery(std::shared_ptr<Impl> impl);

 private:
  Impl& impl() const;

  std::shared_ptr<Impl> impl_;
};

}  // namespace dossier
