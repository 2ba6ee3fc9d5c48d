// SPDX-License-Identifier: Apache-2.0
#include "dossier/rdf.h"

#include "parser/grammar/window.h"
#include "parser/rdf/drivers.h"

namespace dossier {
namespace {

void parse_window(Window& window, const RdfOptions& options, const QuadSink& sink,
                  const PrefixSink& prefixes) {
  if (options.format == RdfFormat::ntriples || options.format == RdfFormat::nquads) {
    parse_lines(window, options, sink);
  } else {
    parse_statements(window, options, sink, prefixes);
  }
}

}  // namespace

void parse_rdf(std::string_view text, const RdfOptions& options, const QuadSink& sink,
               const PrefixSink& prefixes) {
  if (options.format == RdfFormat::rdfxml) return parse_rdf_xml(text, options, sink, prefixes);
  Window window(text);
  parse_window(window, options, sink, prefixes);
}

void parse_rdf(std::istream& input, const RdfOptions& options, const QuadSink& sink,
               const PrefixSink& prefixes) {
  if (options.format == RdfFormat::rdfxml) return parse_rdf_xml(input, options, sink, prefixes);
  Window window(input);
  parse_window(window, options, sink, prefixes);
}

}  // namespace dossier
