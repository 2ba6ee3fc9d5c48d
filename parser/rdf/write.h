// SPDX-License-Identifier: Apache-2.0
// RDF serialisers: quads to N-Triples, N-Quads, Turtle and TriG text.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "dossier/quad.h"
#include "dossier/rdf.h"

namespace dossier {

/// Writes quads as they come. Turtle and TriG group neighbouring quads of one graph and subject, so
/// feed them sorted; a quad that reifies the one before it, and those about the reifier, are
/// written as its annotation.
class RdfWriter {
 public:
  virtual ~RdfWriter() = default;
  /// Graph names are left out by the triple formats.
  virtual void write(const Quad& quad) = 0;
  /// Ends the document; nothing may be written after it.
  virtual void finish() = 0;
};

/// A writer on `out`, which must outlive it. `prefixes` shorten IRIs in Turtle and TriG. Throws
/// Error(unsupported) for RDF/XML, which is only read.
std::unique_ptr<RdfWriter> make_rdf_writer(
    std::ostream& out, RdfFormat format,
    std::vector<std::pair<std::string, std::string>> prefixes = {});

/// Canonical N-Triples or N-Quads (RDF 1.2 N-Triples and N-Quads, section "canonical form"): as the
/// above, and language tags in lower case.
std::unique_ptr<RdfWriter> make_canonical_writer(std::ostream& out, bool with_graph);

}  // namespace dossier
