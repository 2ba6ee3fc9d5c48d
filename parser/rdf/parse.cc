// SPDX-License-Identifier: Apache-2.0
#include "dossier/rdf.h"

#include "dossier/error.h"
#include "model/well_formed.h"
#include "parser/grammar/window.h"
#include "parser/rdf/drivers.h"

namespace dossier {
namespace {

/// Every relative IRI would become what is no IRI. A relative base resolves nothing, which the
/// first relative IRI tells.
void require_base(const RdfOptions& options) {
  if (!has_scheme(options.base)) return;
  if (const auto fault = fault_of(Term::iri(options.base), "the base"))
    throw Error(ErrorCode::usage, *fault);
}

void parse_window(Window& window, const RdfOptions& options, const QuadSink& sink,
                  const PrefixSink& prefixes) {
  window.set_watch(options.watch);
  if (options.format == RdfFormat::ntriples || options.format == RdfFormat::nquads) {
    parse_lines(window, options, sink);
  } else {
    parse_statements(window, options, sink, prefixes);
  }
}

}  // namespace

void parse_rdf(std::string_view text, const RdfOptions& options, const QuadSink& sink,
               const PrefixSink& prefixes) {
  require_base(options);
  if (options.format == RdfFormat::rdfxml) return parse_rdf_xml(text, options, sink, prefixes);
  Window window(text);
  parse_window(window, options, sink, prefixes);
}

void parse_rdf(std::istream& input, const RdfOptions& options, const QuadSink& sink,
               const PrefixSink& prefixes) {
  require_base(options);
  if (options.format == RdfFormat::rdfxml) return parse_rdf_xml(input, options, sink, prefixes);
  Window window(input);
  parse_window(window, options, sink, prefixes);
}

}  // namespace dossier
