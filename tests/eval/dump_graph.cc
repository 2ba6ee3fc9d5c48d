#include "dump_graph.h"

#include <memory>
#include <utility>

#include "extract/analyze/analyzer.h"
#include "extract/find_facts.h"
#include "extract/ingest.h"
#include "extract/reader/read_document.h"
#include "extract/record/entity_names.h"
#include "extract/record/graph_reader.h"
#include "extract/record/write_document.h"
#include "parser/rdf/write.h"
#include "read_file.h"
#include "storage/memory_source.h"

namespace dossier::extract {
namespace {

Term apart(const Term& term, const std::string& document) {
  return term.is_blank_node() ? Term::blank_node(document + "-" + term.value()) : term;
}

}  // namespace

void dump_graphs(const std::vector<std::string>& files, std::ostream& out) {
  const auto writer = make_rdf_writer(out, RdfFormat::nquads);
  const GraphReader nothing_known(std::make_shared<storage::MemorySource>(std::vector<Quad>{}));
  const Decisions nothing_decided;
  for (const std::string& file : files) {
    Analysis analysis =
        Analyzer::instance()->analyze_document(read_document(read_file(file), file));
    const Resolution resolution = find_facts(analysis, Rules().set());
    const EntityNames names(analysis, nothing_known, nothing_decided);
    const std::string& slug = analysis.document.slug;
    write_document(analysis, resolution, names, [&](const Quad& quad) {
      writer->write(
          {apart(quad.subject, slug), quad.predicate, apart(quad.object, slug), quad.graph});
    });
  }
  writer->finish();
}

}  // namespace dossier::extract
