// SPDX-License-Identifier: Apache-2.0
// A triple pattern of a query, written again so that it can be asked alone.
#pragma once

#include <optional>
#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "parser/sparql/ast.h"

namespace dossier::repl {

/// The options and prefixes must outlive it.
class PatternText {
 public:
  PatternText(const ast::TriplePattern& pattern, const QueryOptions& options,
              const Prefixes& prefixes);

  /// False for paths and for parts that are no terms and no variables: then text() is of no use.
  bool can_be_asked() const { return writable_; }
  /// "?who r:visit e:Oslo"; parameters of the query are their values.
  const std::string& text() const { return text_; }
  /// The constants in it; none for variables.
  const std::optional<Term>& subject() const { return subject_; }
  const std::optional<Term>& predicate() const { return predicate_; }
  const std::optional<Term>& object() const { return object_; }

 private:
  std::optional<Term> term_of(const ast::Node& node) const;
  std::string text_of(const ast::Node& node);

  const QueryOptions& options_;
  const Prefixes& prefixes_;
  std::optional<Term> subject_, predicate_, object_;
  std::string text_;
  bool writable_ = true;
};

}  // namespace dossier::repl
