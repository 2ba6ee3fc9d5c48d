// SPDX-License-Identifier: Apache-2.0
// Prepares and commits one document, forgets one, lists all: see dossier/ingest.h.
#include "dossier/ingest.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/corrections/decision_quads.h"
#include "extract/corrections/decision_work.h"
#include "extract/corrections/decisions.h"
#include "extract/document_identity.h"
#include "extract/graph/data_model.h"
#include "extract/graph/graph_reader.h"
#include "extract/graph/vocabulary.h"
#include "extract/ingest_steps.h"
#include "extract/link/entity_linker.h"
#include "extract/link/labels.h"
#include "extract/pipeline.h"
#include "extract/reader/read_document.h"
#include "extract/reader/read_source.h"
#include "extract/reader/source_name.h"
#include "extract/reader/unpack.h"
#include "extract/record/base_forms.h"
#include "extract/record/write_document.h"
#include "extract/resolve/resolve.h"
#include "extract/rules/rules_access.h"
#include "model/vocabulary.h"
#include "storage/store.h"

namespace dossier {

namespace {

using extract::Analysis;
using extract::Decisions;
using extract::Document;
using extract::EntityLinker;
using extract::GraphReader;
using extract::iri;
using extract::Resolution;
using extract::Twin;

bool is_unchanged(const GraphReader& known, const Document& document) {
  return known.contains(extract::document_iri(document.slug), extract::k::kSha256,
                        Term::string(document.sha256));
}

IngestReport unchanged_report(const GraphReader& known, const Term& document) {
  IngestReport report;
  report.outcome = IngestReport::Outcome::unchanged;
  report.document = document;
  report.sentences =
      known.count_in_graph(vocabulary::rdf::kType, iri(extract::k::kSentence), document);
  report.facts = known.count_in_graph(vocabulary::rdf::kType, iri(extract::k::kFact), document);
  return report;
}

/// So that the text index finds "left" when asked for "leave".
void set_base_forms(KnowledgeBase& kb, const Analysis& analysis) {
  for (const extract::Sentence& sentence : analysis.sentences) {
    kb.store().set_base_forms(analysis.document.utf8(sentence.span),
                              extract::base_forms(analysis.document, sentence));
  }
}

/// As the document says it, or with decisions as they have it.
extract::WrittenCounts write(Transaction& transaction, const Analysis& analysis,
                             const Resolution& resolution, const EntityLinker& names,
                             const Decisions& decisions) {
  const auto insert = [&](const Quad& quad) { transaction.insert(quad); };
  if (decisions.empty()) return extract::write_document(analysis, resolution, names, insert);
  std::vector<Quad> quads;
  const extract::WrittenCounts counts = extract::write_document(
      analysis, resolution, names, [&](const Quad& quad) { quads.push_back(quad); });
  const Term graph = extract::document_iri(analysis.document.slug);
  extract::drop_changes(transaction, graph);
  for (const Quad& quad : decisions.apply(quads, graph)) transaction.insert(quad);
  return counts;
}

/// Removes a document, and its names that no other document uses. False if there is none.
bool take_out(Transaction& transaction, const GraphReader& known, const Decisions& decisions,
              const Term& document) {
  extract::demote_labels(transaction, known, decisions, document);
  return transaction.clear_graph(document) > 0;
}

}  // namespace

std::optional<IngestReport> extract::commit_document(KnowledgeBase& kb, Transaction transaction,
                                                     PreparedDocument& document,
                                                     DecisionReader& reader, Durability durability,
                                                     IngestProfile* profile) {
  const Analysis& analysis = document.analysis;
  const GraphReader known(kb.store().snapshot());
  Document& own = document.analysis.document;
  std::string namesake = extract::name_document(known, document.base_slug, own);
  if (const auto whole = extract::document_named(known, document.part_of); whole)
    own.part_of = extract::slug_of_document(*whole);
  Term graph = extract::document_iri(own.slug);
  if (is_unchanged(known, analysis.document)) return unchanged_report(known, graph);
  if (document.unchanged) return std::nullopt;
  const Decisions& decisions = reader.in(known);
  const bool replaced = take_out(transaction, known, decisions, graph);
  const std::optional<Twin> twin = extract::twin_of(known, own, document.may_be_moved && !replaced);
  const bool renamed = twin && twin->moved;
  if (renamed) {
    take_out(transaction, known, decisions, twin->document);
    // The name it had may be free again.
    namesake = extract::name_document(GraphReader(transaction.source()), document.base_slug, own);
    graph = extract::document_iri(own.slug);
  }
  if (twin && !renamed) own.same_text_as = extract::slug_of_document(twin->document);
  // What only the old version said names nothing in the new one.
  const GraphReader others = replaced || renamed ? GraphReader(transaction.source()) : known;
  const EntityLinker names =
      timed(profile, "link", [&] { return EntityLinker(analysis, others, decisions); });
  IngestReport report;
  report.document = graph;
  report.outcome = replaced  ? IngestReport::Outcome::replaced
                   : renamed ? IngestReport::Outcome::renamed
                             : IngestReport::Outcome::added;
  report.language = own.language;
  if (twin) report.same_text_as = twin->source;
  extract::promote_labels(transaction, others, names, analysis.entities.size());
  const extract::WrittenCounts counts = timed(profile, "record", [&] {
    set_base_forms(kb, analysis);
    return write(transaction, analysis, document.resolution, names, decisions);
  });
  {
    const StageTimer timer(profile, "commit");
    transaction.commit(durability);
  }
  report.sentences = counts.sentences;
  report.facts = counts.facts;
  report.entities = counts.entities;
  report.namesake = namesake;
  return report;
}

extract::PreparedDocument extract::prepare_document(const KnowledgeBase& kb,
                                                    const DocumentBytes& source,
                                                    const IngestOptions& options,
                                                    std::shared_ptr<DocumentProgress> progress) {
  PreparedDocument prepared;
  prepared.analysis.document = identify_named(source.bytes, source.name);
  prepared.base_slug = slug_of(source.iri_name.empty() ? source.name : source.iri_name);
  prepared.part_of = source.part_of;
  prepared.may_be_moved = source.may_be_moved;
  const GraphReader known(kb.store().snapshot());
  extract::name_document(known, prepared.base_slug, prepared.analysis.document);
  prepared.unchanged = is_unchanged(known, prepared.analysis.document);
  if (prepared.unchanged) return prepared;
  ReadSettings settings = read_settings(options, std::move(progress));
  settings.table_record = source.table_record;
  const Interruption::Scope scope(settings.interruption);
  prepared.analysis =
      read_identified(std::move(prepared.analysis.document), source.bytes, settings);
  PipelineSettings pipeline = pipeline_settings(settings);
  pipeline.rules = &RulesAccess::set(options.rules);
  prepared.resolution = run_passes(prepared.analysis, pipeline);
  return prepared;
}

extract::ReadSettings extract::read_settings(const IngestOptions& options,
                                             std::shared_ptr<DocumentProgress> progress) {
  ReadSettings settings;
  settings.pdf.program = options.pdf_program;
  settings.pdf.recognize_scans = options.recognize_scans;
  if (options.processor_time) {
    settings.pdf.processor_time = std::chrono::ceil<std::chrono::seconds>(*options.processor_time);
    settings.pdf.time = *options.processor_time * 2;
  }
  const WorkLimits limits{options.timeout, options.processor_time, options.memory_bytes};
  settings.interruption = Interruption(options.cancellation, limits, std::move(progress));
  settings.profile = options.profile;
  settings.columns = options.columns;
  settings.language = options.language;
  settings.fast = options.fast;
  return settings;
}

IngestReport ingest(KnowledgeBase& kb, const std::string& path, const IngestOptions& options) {
  return ingest_text(kb, extract::read_bytes(path), path, options);
}

IngestReport ingest_text(KnowledgeBase& kb, std::string_view bytes, const std::string& source_name,
                         const IngestOptions& options) {
  extract::require_data_model(GraphReader(kb.store().snapshot()));
  extract::DecisionReader decisions;
  for (;;) {
    extract::PreparedDocument prepared = extract::prepare_document(
        kb, {.bytes = bytes, .name = extract::file_name(source_name)}, options);
    Transaction transaction = kb.begin({options.timeout, options.cancellation});
    // None: the document was changed by another writer in the meantime.
    if (auto report = extract::commit_document(kb, std::move(transaction), prepared, decisions,
                                               Durability::synced, options.profile.get()))
      return *std::move(report);
  }
}

bool forget(KnowledgeBase& kb, const Term& document) {
  Transaction transaction = kb.begin();
  const GraphReader known(kb.store().snapshot());
  if (!known.contains(document, vocabulary::rdf::kType, iri(extract::k::kDocument))) return false;
  const Decisions decisions(extract::read_decisions(known));
  take_out(transaction, known, decisions, document);
  if (!decisions.empty()) extract::drop_changes(transaction, document);
  transaction.commit();
  return true;
}

std::vector<DocumentSummary> documents(const KnowledgeBase& kb) {
  const GraphReader known(kb.store().snapshot());
  std::vector<DocumentSummary> result;
  for (const Term& document : known.subjects(vocabulary::rdf::kType, iri(extract::k::kDocument))) {
    DocumentSummary summary;
    summary.document = document;
    summary.headline = known.text(document, extract::kHeadline);
    summary.date = extract::published(known, document);
    if (const auto author = known.object(document, extract::kAuthor))
      summary.author = known.text(*author, extract::kLabel);
    summary.source_file = known.text(document, extract::k::kSourceFile);
    summary.sentences =
        known.count_in_graph(vocabulary::rdf::kType, iri(extract::k::kSentence), document);
    summary.facts = known.count_in_graph(vocabulary::rdf::kType, iri(extract::k::kFact), document);
    result.push_back(std::move(summary));
  }
  std::sort(result.begin(), result.end(), [](const DocumentSummary& a, const DocumentSummary& b) {
    return a.date != b.date ? a.date < b.date : a.document.value() < b.document.value();
  });
  return result;
}

}  // namespace dossier
