// SPDX-License-Identifier: Apache-2.0
// A CONSTRUCT query that is parsed and planned once and then run over many small sources, such as
// the graphs of documents. Beside dossier.h the one header of engine/ that extract/ includes.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/term.h"
#include "parser/sparql/ast.h"
#include "storage/quad_source.h"

namespace dossier {

/// Once planned it is immutable: run() may be called from several threads at a time.
class PreparedConstruct {
 public:
  /// Parses and rewrites. Throws Error(syntax), Error(unsupported) and Error(usage), with the place
  /// in `text` where there is one; Error(usage) also for a query of another form.
  PreparedConstruct(std::string_view text, const QueryOptions& options);
  /// The same of a query that was parsed, and changed perhaps, by the caller; `text` is what it was
  /// parsed from.
  PreparedConstruct(const ast::Query& query, std::string_view text, const QueryOptions& options);
  PreparedConstruct(PreparedConstruct&&) noexcept;
  PreparedConstruct& operator=(PreparedConstruct&&) noexcept;
  ~PreparedConstruct();

  /// Every term that the query mentions. plan() and run() need sources that all give them the same
  /// ids (see storage::MemorySource).
  const std::vector<Term>& constants() const;
  /// Whether a predicate may be any term and not only those of constants(), so that any quad can
  /// matter; repeated paths count as such.
  bool reads_any_predicate() const;

  /// Plans for sources that look like `typical`; once, before run().
  void plan(const storage::QuadSource& typical);
  /// Hands the triples of each solution to `sink`, one solution after the other; equal triples of
  /// several solutions come again. Blank nodes of the template are new for each solution. The
  /// limits are those of `options`: Error(timeout), Error(limit), Error(cancelled).
  void run(const storage::QuadSource& source, const QueryOptions& options,
           const std::function<void(const Triple&)>& sink) const;
  /// Plans for one source and runs over it; it need not know the constants. The limits are those
  /// given at construction.
  void run_once(const storage::QuadSource& source,
                const std::function<void(const Triple&)>& sink) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier
