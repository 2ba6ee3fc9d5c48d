// SPDX-License-Identifier: Apache-2.0
// Documents in, and the sentences behind facts.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "bindings/c/terms.h"
#include "dossier/document_files.h"
#include "dossier/ingest.h"

using dossier::c::deref;
using dossier::c::guarded;
using dossier::c::need;
using dossier::c::optional_term;
using dossier::c::status;

namespace {

dossier::IngestOptions ingest_options(const dossier_options* options) {
  dossier::IngestOptions result;
  if (options == nullptr) return result;
  result = options->reading;
  result.cancellation = options->query.cancellation;
  if (options->query.timeout != dossier::kNoTimeLimit) result.timeout = options->query.timeout;
  return result;
}

dossier_outcome outcome_of(dossier::IngestReport::Outcome outcome) {
  switch (outcome) {
    case dossier::IngestReport::Outcome::added:
      return DOSSIER_ADDED;
    case dossier::IngestReport::Outcome::renamed:
      return DOSSIER_RENAMED;
    case dossier::IngestReport::Outcome::replaced:
      return DOSSIER_REPLACED;
    case dossier::IngestReport::Outcome::unchanged:
      break;
  }
  return DOSSIER_UNCHANGED;
}

void copy(const dossier::IngestReport& from, dossier_ingest_report* to) {
  if (to != nullptr) *to = {outcome_of(from.outcome), from.sentences, from.facts, from.entities};
}

/// Tells the caller of each document, as long as it wants to go on.
class Teller {
 public:
  Teller(dossier_ingest_done done, void* context) : done_(done), context_(context) {}

  bool tell(const dossier::IngestOutcome& outcome) {
    const bool failed = outcome.error.has_value();
    failed_ += failed ? 1 : 0;
    if (done_ == nullptr) return true;
    dossier_ingest_outcome told{};
    told.path = outcome.path.c_str();
    const std::string document = outcome.report ? outcome.report->document.value() : std::string();
    const std::string message = failed ? outcome.error->what() : std::string();
    if (outcome.report) {
      copy(*outcome.report, &told.report);
      told.document = document.c_str();
    }
    if (failed) told.error = message.c_str();
    return done_(&told, context_) == 0;
  }

  int64_t failed() const { return failed_; }

 private:
  dossier_ingest_done done_;
  void* context_;
  int64_t failed_ = 0;
};

}  // namespace

int64_t dossier_ingest_all(dossier_kb* kb, const char* const* paths, size_t count,
                           const dossier_options* options, dossier_ingest_done done, void* context,
                           dossier_error** error) {
  return guarded<int64_t>(error, -1, [&] {
    std::vector<std::string> named;
    for (size_t i = 0; i < count; ++i) {
      need(paths, "paths");
      need(paths[i], "paths[i]");
      named.emplace_back(paths[i]);
    }
    const dossier::IngestOptions reading = ingest_options(options);
    dossier::FolderOptions folders =
        options != nullptr ? options->folders : dossier::FolderOptions{};
    folders.tables = !reading.columns.text.empty();
    const dossier::DocumentPaths found = dossier::document_paths(named, folders);
    Teller teller(done, context);
    for (const dossier::FolderProblem& problem : found.problems) {
      dossier::IngestOutcome outcome;
      outcome.path = problem.path;
      outcome.error = dossier::Error(dossier::ErrorCode::input, problem.message);
      if (!teller.tell(outcome)) return teller.failed();
    }
    const dossier::IngestObserver observer = {
        .done = [&](const dossier::IngestOutcome& outcome) { return teller.tell(outcome); }};
    dossier::ingest_sources(deref(kb, "kb").base, found.files, reading, observer);
    return teller.failed();
  });
}

int dossier_ingest(dossier_kb* kb, const char* path, const dossier_options* options,
                   dossier_ingest_report* report, dossier_error** error) {
  return status(error, [&] {
    need(path, "path");
    copy(dossier::ingest(deref(kb, "kb").base, path, ingest_options(options)), report);
  });
}

int dossier_ingest_text(dossier_kb* kb, const char* bytes, size_t length, const char* source_name,
                        const dossier_options* options, dossier_ingest_report* report,
                        dossier_error** error) {
  return status(error, [&] {
    need(bytes, "bytes");
    need(source_name, "source_name");
    copy(dossier::ingest_text(deref(kb, "kb").base, std::string_view(bytes, length), source_name,
                              ingest_options(options)),
         report);
  });
}

int dossier_forget(dossier_kb* kb, const char* document, dossier_error** error) {
  return guarded(error, -1, [&] {
    const dossier::Term term = dossier::c::term_of(document, "document");
    return dossier::forget(deref(kb, "kb").base, term) ? 1 : 0;
  });
}

void dossier_evidence::add(dossier::Evidence found) {
  const dossier::Triple& fact = found.fact;
  Item& item = items.emplace_back();
  item.subject = fact.subject.to_string();
  item.predicate = fact.predicate.to_string();
  item.object = fact.object.to_string();
  item.evidence = std::move(found);
}

dossier_evidence* dossier_evidence_of(dossier_kb* kb, const char* subject, const char* predicate,
                                      const char* object, uint64_t limit, dossier_error** error) {
  return guarded<dossier_evidence*>(error, nullptr, [&] {
    dossier::EvidenceOptions options;
    if (limit > 0) options.limit = limit;
    auto evidence = std::make_unique<dossier_evidence>();
    const dossier::FactPattern pattern = {.subject = optional_term(subject),
                                          .predicate = optional_term(predicate),
                                          .object = optional_term(object)};
    for (dossier::Evidence& found : dossier::evidence_of(deref(kb, "kb").base, pattern, options))
      evidence->add(std::move(found));
    return evidence.release();
  });
}

size_t dossier_evidence_count(const dossier_evidence* evidence) {
  return evidence != nullptr ? evidence->items.size() : 0;
}

int dossier_evidence_get(const dossier_evidence* evidence, size_t number,
                         dossier_evidence_item* item) {
  if (item == nullptr || number >= dossier_evidence_count(evidence)) return 0;
  const auto& [found, subject, predicate, object] = evidence->items[number];
  *item = {.subject = subject.c_str(),
           .predicate = predicate.c_str(),
           .object = object.c_str(),
           .document = found.document.value().c_str(),
           .sentence = found.sentence.value().c_str(),
           .headline = found.headline.c_str(),
           .date = found.date.c_str(),
           .speaker = found.speaker.c_str(),
           .attributed_to = found.attributed_to.c_str(),
           .text = found.text.c_str(),
           .polarity = found.polarity.c_str(),
           .modality = found.modality.c_str(),
           .time = found.time.c_str(),
           .confidence = found.confidence.value_or(-1),
           .asserted = found.asserted ? 1 : 0};
  return 1;
}

void dossier_evidence_free(dossier_evidence* evidence) { delete evidence; }
