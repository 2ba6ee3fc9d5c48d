// SPDX-License-Identifier: Apache-2.0
#include "desk/export/facts_source.h"

#include <fmt/format.h>

#include "desk/write/whole_file.h"
#include "dossier/error.h"

namespace dossier::exporting {

FactsSource::FactsSource(const ExportJob& job)
    : job_(job),
      documents_(writing::sources(job.kb, job.options)),
      things_(job.kb, job.options, job.request.names) {
  // What things are decides which facts are wanted, so that some are looked up for nothing.
  Things all(job.kb, job.options, false);
  for (const writing::Source& source : documents_) {
    for (const FactRow& row : writing::facts_of(job.kb, source.document.document, job.options)) {
      if (job.request.named_only) all.add(row.triple);
      if (!is_wanted(row, all)) continue;
      things_.add(row.triple);
      ++facts_;
    }
  }
}

std::string FactsSource::report() const {
  return fmt::format("{} fact{} and {} thing{}", facts_, facts_ == 1 ? "" : "s", things().size(),
                     things().size() == 1 ? "" : "s");
}

bool FactsSource::is_wanted(const FactRow& row, const Things& all) const {
  if (job_.options.cancellation.cancelled()) throw Error(ErrorCode::cancelled, "interrupted");
  const double least = job_.request.min_confidence;
  if (least > 0 && (!row.confidence || *row.confidence < least)) return false;
  return !job_.request.named_only || (all.subject(row.triple).kind == ThingKind::named &&
                                      all.object(row.triple).kind == ThingKind::named);
}

void FactsSource::each_fact_of(const writing::Source& source,
                               const std::function<void(const ExportedFact&)>& visit) const {
  for (const FactRow& row : writing::facts_of(job_.kb, source.document.document, job_.options)) {
    if (job_.request.named_only && !things_.has(row.triple)) continue;
    if (!is_wanted(row, things_)) continue;
    visit({row, things_.subject(row.triple), things_.object(row.triple), source});
  }
}

void FactsSource::each_fact(const std::function<void(const ExportedFact&)>& visit) const {
  for (const writing::Source& source : documents_) each_fact_of(source, visit);
}

void write_one_file(const ExportJob& job, const std::function<void(std::ostream&)>& write) {
  if (!job.request.path.empty()) {
    writing::write_whole_file(job.request.path, write);
    return;
  }
  write(job.out);
  job.out.flush();
}

}  // namespace dossier::exporting
