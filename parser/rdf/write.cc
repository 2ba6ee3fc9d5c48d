#include "parser/rdf/write.h"

#include "parser/rdf/writers.h"

namespace dossier {

std::unique_ptr<RdfWriter> make_rdf_writer(
    std::ostream& out, RdfFormat format,
    std::vector<std::pair<std::string, std::string>> prefixes) {
  switch (format) {
    case RdfFormat::ntriples:
      return std::make_unique<LineWriter>(out, false);
    case RdfFormat::nquads:
      return std::make_unique<LineWriter>(out, true);
    case RdfFormat::turtle:
      return std::make_unique<TurtleWriter>(out, false, std::move(prefixes));
    case RdfFormat::trig:
      break;
  }
  return std::make_unique<TurtleWriter>(out, true, std::move(prefixes));
}

}  // namespace dossier
