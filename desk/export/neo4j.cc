// SPDX-License-Identifier: Apache-2.0
// Tables for `neo4j-admin database import full` (Neo4j operations manual, "Import", "CSV header
// format"): things and documents are nodes, facts relationships with their citations as properties.
#include <algorithm>

#include "desk/export/fact_fields.h"
#include "desk/export/formats.h"
#include "desk/write/escape.h"
#include "desk/write/whole_file.h"

namespace dossier::exporting {
namespace {

using writing::csv_field;
using writing::one_line;

// The import reads a field over several lines only when it is told to.
std::string field_of(std::string_view text) { return csv_field(one_line(text)); }

std::string_view type_name(FieldType type) {
  switch (type) {
    case FieldType::number:
      return ":double";
    case FieldType::whole:
      return ":long";
    case FieldType::truth:
      return ":boolean";
    case FieldType::text:
      break;
  }
  return "";
}

/// ";" stands between the elements of an array and cannot be quoted there.
std::string array_of(const std::vector<std::string>& texts) {
  std::string out;
  for (std::string text : texts) {
    std::replace(text.begin(), text.end(), ';', ',');
    out += (out.empty() ? "" : ";") + one_line(text);
  }
  return csv_field(out);
}

void write_things(std::ostream& out, const FactsSource& source) {
  out << "id:ID(Thing),name,kind,aliases:string[],:LABEL\n";
  for (const Thing& thing : source.things())
    out << field_of(thing.id) << ',' << field_of(thing.name) << ',' << name_of(thing.kind) << ','
        << array_of(thing.aliases) << ",Thing"
        << (thing.class_name.empty() ? "" : ";" + one_line(thing.class_name)) << '\n';
}

void write_documents(std::ostream& out, const FactsSource& source) {
  out << "id:ID(Document),headline,date,author,file,language,sha256,:LABEL\n";
  for (const writing::Source& one : source.documents()) {
    const DocumentRow& row = one.document;
    out << field_of(id_text(row.document)) << ',' << field_of(row.headline) << ',' << row.date
        << ',' << field_of(row.author) << ',' << field_of(row.file) << ',' << field_of(row.language)
        << ',' << one.sha256 << ",Document\n";
  }
}

void write_facts(std::ostream& out, const FactsSource& source) {
  out << ":START_ID(Thing),:END_ID(Thing),:TYPE,relation,name";
  for (const FactField& field : fact_fields()) out << ',' << field.name << type_name(field.type);
  out << '\n';
  source.each_fact([&](const ExportedFact& fact) {
    const std::string& relation = fact.row.triple.predicate.value();
    out << field_of(fact.subject.id) << ',' << field_of(fact.object.id) << ','
        << field_of(writing::last_part(relation)) << ',' << field_of(relation) << ','
        << field_of(fact.row.predicate);
    for (const FactField& field : fact_fields()) out << ',' << field_of(field.value(fact));
    out << '\n';
  });
}

constexpr std::string_view kReadMe =
    "Tables for Neo4j 5. In this folder, with the database server stopped:\n\n"
    "  neo4j-admin database import full neo4j --overwrite-destination \\\n"
    "    --nodes=things.csv --nodes=documents.csv --relationships=facts.csv\n\n"
    "Each relationship has the document and the sentence that it was read from, and the "
    "confidence. "
    "Its property\n\"document\" is the id of a Document.\n";

}  // namespace

std::string write_neo4j(const ExportJob& job) {
  writing::WholeFolder folder(job.request.path);
  const FactsSource source(job);
  folder.write("things.csv", [&](std::ostream& out) { write_things(out, source); });
  folder.write("documents.csv", [&](std::ostream& out) { write_documents(out, source); });
  folder.write("facts.csv", [&](std::ostream& out) { write_facts(out, source); });
  folder.write("README.txt", [&](std::ostream& out) { out << kReadMe; });
  folder.commit();
  return source.report();
}

}  // namespace dossier::exporting
