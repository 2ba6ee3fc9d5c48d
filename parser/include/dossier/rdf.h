// SPDX-License-Identifier: Apache-2.0
// Parses RDF documents into a stream of quads. Installed as <dossier/rdf.h>.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/export.h"
#include "dossier/quad.h"
#include "dossier/rdf_format.h"

namespace dossier {

struct RdfOptions {
  RdfFormat format = RdfFormat::nquads;
  std::string base = {};  ///< base IRI of the document
  std::size_t max_nesting = 500;
  /// Called now and then with the bytes of memory that are held for the line, statement or element
  /// being read. What it throws ends the parse.
  std::function<void(std::size_t held)> watch = {};
};

/// Called for each quad in document order. Blank node labels are those of the document; anonymous
/// ones get labels that no document can write (they start with a "."). The receiver owns the quad.
using QuadSink = std::function<void(Quad&&)>;
/// Called for each prefix declaration, in document order.
using PrefixSink = std::function<void(std::string_view name, std::string_view iri)>;

/// Parses a document held in memory. Throws Error(syntax) with a position at the first fault; quads
/// before it have been delivered, so a receiver that must be all-or-nothing keeps its own
/// transaction. Throws Error(usage) when the base is absolute but not an IRI, and Error(limit) for
/// a statement whose quads take more than 512 MiB.
DOSSIER_API void parse_rdf(std::string_view text, const RdfOptions& options, const QuadSink& sink,
                           const PrefixSink& prefixes = {});

/// Parses from a stream with bounded memory (N-Triples and N-Quads line by line, Turtle and TriG
/// statement by statement, RDF/XML element by element); otherwise as above. Throws Error(limit) for
/// a line, statement, tag or text of more than 128 MiB. Positions count from the start of the
/// stream.
DOSSIER_API void parse_rdf(std::istream& input, const RdfOptions& options, const QuadSink& sink,
                           const PrefixSink& prefixes = {});

/// Parses one term in Turtle syntax with prefixes: `<iri>`, `p:name`, `"text"@en`, `42`, `true`,
/// `<<( s p o )>>`, `_:b`. Throws Error(syntax) when it is not exactly one term.
DOSSIER_API Term parse_term(std::string_view text,
                            const std::vector<std::pair<std::string, std::string>>& prefixes);

/// RFC 3986 section 5.2 reference resolution; `reference` as it is when `base` is empty.
DOSSIER_API std::string resolve_iri(std::string_view base, std::string_view reference);

/// Whether an IRI is absolute: starts with a scheme, as in "http:".
DOSSIER_API bool has_scheme(std::string_view iri);

}  // namespace dossier
