// SPDX-License-Identifier: Apache-2.0
// Documents in, and the sentences behind facts.

#include <memory>
#include <string_view>
#include <utility>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "bindings/c/terms.h"
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
  result.cancellation = options->query.cancellation;
  result.timeout = options->query.timeout;
  return result;
}

dossier_outcome outcome_of(dossier::IngestReport::Outcome outcome) {
  switch (outcome) {
    case dossier::IngestReport::Outcome::added:
      return DOSSIER_ADDED;
    // One call does not follow files that were moved.
    case dossier::IngestReport::Outcome::renamed:
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

}  // namespace

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

dossier_evidence* dossier_evidence_of(dossier_kb* kb, const char* subject, const char* predicate,
                                      const char* object, uint64_t limit, dossier_error** error) {
  return guarded<dossier_evidence*>(error, nullptr, [&] {
    dossier::EvidenceOptions options;
    if (limit > 0) options.limit = limit;
    auto evidence = std::make_unique<dossier_evidence>();
    const dossier::FactPattern pattern = {.subject = optional_term(subject),
                                          .predicate = optional_term(predicate),
                                          .object = optional_term(object)};
    for (dossier::Evidence& found : dossier::evidence_of(deref(kb, "kb").base, pattern, options)) {
      const dossier::Triple& fact = found.fact;
      dossier_evidence::Item& item = evidence->items.emplace_back();
      item.subject = fact.subject.to_string();
      item.predicate = fact.predicate.to_string();
      item.object = fact.object.to_string();
      item.evidence = std::move(found);
    }
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
