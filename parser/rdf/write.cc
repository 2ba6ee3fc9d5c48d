// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/write.h"

#include "dossier/error.h"
#include "parser/rdf/writers.h"

namespace dossier {

std::unique_ptr<RdfWriter> make_rdf_writer(
    std::ostream& out, RdfFormat format,
    std::vector<std::pair<std::string, std::string>> prefixes) {
  switch (format) {
    case RdfFormat::ntriples:
      return std::make_unique<LineWriter>(out, false, false);
    case RdfFormat::nquads:
      return std::make_unique<LineWriter>(out, true, false);
    case RdfFormat::turtle:
      return std::make_unique<TurtleWriter>(out, false, std::move(prefixes));
    case RdfFormat::trig:
      return std::make_unique<TurtleWriter>(out, true, std::move(prefixes));
    case RdfFormat::rdfxml:
      return std::make_unique<RdfXmlWriter>(out, std::move(prefixes));
  }
  throw Error(ErrorCode::usage, "there is no such format of RDF");
}

std::unique_ptr<RdfWriter> make_canonical_writer(std::ostream& out, bool with_graph) {
  return std::make_unique<LineWriter>(out, with_graph, true);
}

}  // namespace dossier
