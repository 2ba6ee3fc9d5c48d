// SPDX-License-Identifier: Apache-2.0
// Builds terms from the terminals of the RDF syntaxes: the common state of the actions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "dossier/term.h"

namespace dossier {

/// Holds the term read last. The views it is given point into `text`; faults are Error(syntax)
/// positioned in it.
class TermBuilder {
 public:
  const Term& term() const noexcept { return term_; }
  Term take_term() noexcept { return std::move(term_); }
  void set_term(Term term) noexcept { term_ = std::move(term); }

  /// The text that terminals are views of; must outlive what is built from it.
  void set_text(std::string_view text) noexcept { text_ = text; }
  std::string_view text() const noexcept { return text_; }
  [[noreturn]] void fail(const std::string& message, std::string_view where) const;

  void blank_node_label(std::string_view terminal);
  /// A string; what follows may turn it into a tagged or typed literal.
  void string(std::string_view terminal);
  void language(std::string_view terminal);
  /// The string read last, with the IRI read since as its datatype.
  void datatype(std::string_view where);
  void typed(std::string_view lexical, std::string_view datatype);
  /// An IRI that must not be relative.
  void absolute_iri(std::string_view terminal);

 private:
  std::string_view text_;
  Term term_;
  std::string lexical_;
};

}  // namespace dossier
