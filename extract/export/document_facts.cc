// SPDX-License-Identifier: Apache-2.0
#include "extract/export/document_facts.h"

#include <memory>
#include <ostream>
#include <utility>

#include "extract/corrections/decisions.h"
#include "extract/graph/graph_reader.h"
#include "extract/link/entity_linker.h"
#include "extract/pipeline.h"
#include "extract/reader/read_document.h"
#include "extract/reader/read_source.h"
#include "extract/reader/source_name.h"
#include "extract/record/write_document.h"
#include "parser/rdf/write.h"
#include "storage/memory_source.h"

namespace dossier::extract {

namespace {

Term apart(const Term& term, const std::string& document) {
  return term.is_blank_node() ? Term::blank_node(document + "-" + term.value()) : term;
}

}  // namespace

DocumentFacts read_facts(std::string_view bytes, const std::string& source_name,
                         const rules::RuleSet& rules, const ReadSettings& settings,
                         bool whole_name) {
  const Interruption::Scope scope(settings.interruption);
  DocumentFacts result;
  Document document = whole_name ? identify_named(bytes, document_name(source_name))
                                 : identify_document(bytes, source_name);
  result.analysis = read_identified(std::move(document), bytes, settings);
  PipelineSettings pipeline = pipeline_settings(settings);
  pipeline.rules = &rules;
  const Resolution resolution = run_passes(result.analysis, pipeline);
  const GraphReader nothing_known(std::make_shared<storage::MemorySource>(std::vector<Quad>{}));
  const Decisions nothing_decided;
  const EntityLinker names(result.analysis, nothing_known, nothing_decided);
  const std::string prefix = "d" + result.analysis.document.sha256.substr(0, 12);
  write_document(result.analysis, resolution, names, [&](const Quad& quad) {
    result.quads.push_back(
        {apart(quad.subject, prefix), quad.predicate, apart(quad.object, prefix), quad.graph});
  });
  for (std::uint32_t i = 0; i < result.analysis.entities.size(); ++i)
    result.entities.push_back(names[i].iri);
  return result;
}

void write_nquads(const DocumentFacts& facts, std::ostream& out) {
  const auto writer = make_rdf_writer(out, RdfFormat::nquads);
  for (const Quad& quad : facts.quads) writer->write(quad);
  writer->finish();
}

}  // namespace dossier::extract
