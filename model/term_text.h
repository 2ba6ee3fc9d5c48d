// SPDX-License-Identifier: Apache-2.0
// Terms as text of the N-Triples family: escapes and syntax in one place. A TermStyle holds what is
// particular to one writer. Out is a std::string or an OutputBuffer.
#pragma once

#include <string>
#include <string_view>

#include "dossier/term.h"
#include "model/term_view.h"

namespace dossier {

/// Appends `text` between quotes, escaped as canonical N-Triples wants it: \t \b \n \r \f \" \\,
/// \uXXXX for other controls and for U+FFFE and U+FFFF, everything else unchanged.
template <typename Out>
void append_quoted(Out& out, std::string_view text);

/// Appends `<iri>`; what an IRIREF can't hold is written as \uXXXX.
template <typename Out>
void append_iri_reference(Out& out, std::string_view iri);

/// Whether an IRIREF can hold every character of `iri` as it is.
bool fits_iri_reference(std::string_view iri);

/// "_:" and the label as it is.
void append_plain_blank_node(std::string& out, std::string_view label);

struct TermStyle {
  void (*blank_node)(std::string& out, std::string_view label) = append_plain_blank_node;
  /// Typed literals written without quotes and type, such as 42; null: none.
  bool (*is_bare)(std::string_view lexical, std::string_view datatype) = nullptr;
  /// Language tags in lower case (RDF 1.2 N-Triples, canonical form); otherwise as they were read.
  bool lower_case_tags = false;
};

/// <iri>, _:label, "lexical"@en--ltr, "1"^^<type>, <<( s p o )>>.
template <typename Out>
void append_term(Out& out, const Term& term, const TermStyle& style = {});
template <typename Out>
void append_term(Out& out, const TermView& term, const TermStyle& style = {});

/// "@tag" and the base direction of a tagged literal.
template <typename Out>
void append_language(Out& out, const TermView& literal, bool lower_case = false);

}  // namespace dossier
