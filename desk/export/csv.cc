// SPDX-License-Identifier: Apache-2.0
// A table of facts (RFC 4180), a line for each time that one is said.
#include "desk/export/fact_fields.h"
#include "desk/export/formats.h"
#include "desk/write/escape.h"

namespace dossier::exporting {
namespace {

using writing::csv_field;

void write_header(std::ostream& out) {
  out << "subject,relation,object,subject_name,relation_name,object_name";
  for (const FactField& field : fact_fields()) out << ',' << field.name;
  out << '\n';
}

void write_row(std::ostream& out, const ExportedFact& fact, bool names) {
  const FactRow& row = fact.row;
  const auto end_of = [&](const Thing& thing, const Term& term) {
    if (names) return thing.name;
    return thing.kind == ThingKind::value ? term.value() : id_text(term);
  };
  out << csv_field(end_of(fact.subject, row.triple.subject)) << ','
      << csv_field(names ? row.predicate : row.triple.predicate.value()) << ','
      << csv_field(end_of(fact.object, row.triple.object));
  for (const std::string* name : {&row.subject, &row.predicate, &row.object})
    out << ',' << csv_field(*name);
  for (const FactField& field : fact_fields()) out << ',' << csv_field(field.value(fact));
  out << '\n';
}

}  // namespace

std::string write_csv(const ExportJob& job) {
  const FactsSource source(job);
  write_one_file(job, [&](std::ostream& out) {
    write_header(out);
    source.each_fact([&](const ExportedFact& fact) { write_row(out, fact, job.request.names); });
  });
  return source.report();
}

}  // namespace dossier::exporting
