// SPDX-License-Identifier: Apache-2.0
// The rules that make terms and quads RDF (RDF 1.2 Concepts, section 3). Parsers enforce them by
// their grammars; these functions are for terms that come from anywhere else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/quad.h"
#include "dossier/term.h"

namespace dossier {

/// The length of the scheme an IRI starts with, without the colon; 0 when it is relative.
std::size_t scheme_length(std::string_view iri) noexcept;

/// The IRI of a text that is an absolute IRI without angle brackets, as people paste it:
/// "http://example.org/a", "urn:isbn:1". None for a prefixed name ("foaf:name") or anything else.
std::optional<Term> pasted_iri(std::string_view text);

/// Subtags of one to eight letters or digits, the first of letters only, as the grammars of
/// N-Triples, Turtle and SPARQL accept them after "@" (BCP 47, section 2.1).
bool is_language_tag(std::string_view tag) noexcept;

/// Triple terms nest at most this deep, as in documents (RdfOptions::max_nesting).
inline constexpr std::size_t kDeepestTriple = 500;

/// Why `term` is not RDF, as a sentence that begins with `name` ("the object", say) and quotes the
/// offending text; none when it is well-formed.
std::optional<std::string> fault_of(const Term& term, std::string_view name);

/// Why `quad` is not RDF: names the position and quotes the offending text. A subject is an IRI or
/// a blank node, also inside triple terms; a predicate is an IRI; a graph is an IRI or a blank
/// node.
std::optional<std::string> fault_of(const Quad& quad);

/// Why `term` is too long for a document to hold its quad (a dump must load again), as a sentence
/// with the remedy: more than 1 MiB of an IRI, a blank node's label or a language tag, more than
/// 120 MiB of a literal or triple term in N-Triples. None when it is not.
std::optional<std::string> length_fault(const Term& term);

/// Throws Error(limit) for the first term of the quad that is too long.
void require_length(const Quad& quad);

}  // namespace dossier
