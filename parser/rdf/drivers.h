// SPDX-License-Identifier: Apache-2.0
// The drivers behind parse_rdf(), one for each family of syntaxes.
#pragma once

#include <string_view>

#include "dossier/rdf.h"
#include "parser/grammar/window.h"

namespace dossier {

/// N-Triples or N-Quads, line by line.
void parse_lines(Window& window, const RdfOptions& options, const QuadSink& sink);

/// One line of the document by the grammar alone, without the fast path: `line` is a view into
/// `text`, which errors are positioned in. None for a line without a statement.
std::optional<Quad> parse_line(std::string_view line, std::string_view text,
                               const RdfOptions& options);

/// Turtle or TriG, statement by statement.
void parse_statements(Window& window, const RdfOptions& options, const QuadSink& sink,
                      const PrefixSink& prefixes);

/// RDF/XML, element by element.
void parse_rdf_xml(std::string_view text, const RdfOptions& options, const QuadSink& sink,
                   const PrefixSink& prefixes);
void parse_rdf_xml(std::istream& input, const RdfOptions& options, const QuadSink& sink,
                   const PrefixSink& prefixes);

}  // namespace dossier
