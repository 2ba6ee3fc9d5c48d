// The entry of parser/rdf: RDF documents become a stream of quads.
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

#include "model/quad.h"

namespace dossier {

enum class RdfFormat : std::uint8_t { ntriples, nquads, turtle, trig, rdfxml };

/// The format a file name's ending tells (.nt .nq .ttl .trig .rdf .rdfxml .owl, also before .gz or
/// .zst); none when unknown.
std::optional<RdfFormat> rdf_format_of(std::string_view file_name);
/// The format of a command line word: nt ntriples nq nquads ttl turtle trig rdf rdfxml; none when
/// unknown.
std::optional<RdfFormat> rdf_format_named(std::string_view word);

/// The format that a media type names, parameters aside; none when unknown.
std::optional<RdfFormat> rdf_format_of_media_type(std::string_view media_type);

struct RdfOptions {
  RdfFormat format = RdfFormat::nquads;
  std::string base = {};  ///< base IRI of the document
  std::size_t max_nesting = 500;
};

/// Called for each quad in document order. Blank node labels are those of the document; anonymous
/// ones get labels that no document can write (they start with a "."). The receiver owns the quad.
using QuadSink = std::function<void(Quad&&)>;
/// Called for each prefix declaration, in document order.
using PrefixSink = std::function<void(std::string_view name, std::string_view iri)>;

/// Parses a document held in memory. Throws Error(syntax) with a position at the first fault; quads
/// before it have been delivered, so a receiver that must be all-or-nothing keeps its own
/// transaction.
void parse_rdf(std::string_view text, const RdfOptions& options, const QuadSink& sink,
               const PrefixSink& prefixes = {});

/// Parses from a stream with bounded memory (N-Triples and N-Quads line by line, Turtle and TriG
/// statement by statement, RDF/XML element by element); otherwise as above. Positions count from
/// the start of the stream.
void parse_rdf(std::istream& input, const RdfOptions& options, const QuadSink& sink,
               const PrefixSink& prefixes = {});

/// Parses one term in Turtle syntax with prefixes: <iri>, p:name, "text"@en, 42, true, <<( s p o
/// )>>, _:b. Throws Error(syntax) when it is not exactly one term.
Term parse_term(std::string_view text,
                const std::vector<std::pair<std::string, std::string>>& prefixes);

/// RFC 3986 section 5.2 reference resolution; `reference` as it is when `base` is empty.
std::string resolve_iri(std::string_view base, std::string_view reference);

/// Whether an IRI is absolute: starts with a scheme, as in "http:".
bool has_scheme(std::string_view iri);

}  // namespace dossier
