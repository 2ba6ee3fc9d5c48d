// SPDX-License-Identifier: Apache-2.0
// GraphML (http://graphml.graphdrawing.org/specification.html): things are nodes, facts edges.
#include "desk/export/fact_fields.h"
#include "desk/export/formats.h"
#include "desk/write/escape.h"

namespace dossier::exporting {
namespace {

using writing::xml_text;

std::string_view type_name(FieldType type) {
  switch (type) {
    case FieldType::number:
      return "double";
    case FieldType::whole:
      return "int";
    case FieldType::truth:
      return "boolean";
    case FieldType::text:
      break;
  }
  return "string";
}

void key(std::ostream& out, std::string_view owner, std::string_view name,
         FieldType type = FieldType::text) {
  out << "  <key id=\"" << owner << '_' << name << "\" for=\"" << owner << "\" attr.name=\"" << name
      << "\" attr.type=\"" << type_name(type) << "\"/>\n";
}

void data(std::ostream& out, std::string_view owner, std::string_view name,
          std::string_view value) {
  if (value.empty()) return;
  out << "      <data key=\"" << owner << '_' << name << "\">" << xml_text(value) << "</data>\n";
}

void write_head(std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
         "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
         "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
         "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  for (const char* name : {"label", "kind", "class", "iri", "aliases"}) key(out, "node", name);
  for (const char* name : {"label", "relation"}) key(out, "edge", name);
  for (const FactField& field : fact_fields()) key(out, "edge", field.name, field.type);
  out << "  <graph edgedefault=\"directed\">\n";
}

void write_node(std::ostream& out, const Thing& thing) {
  out << "    <node id=\"" << xml_text(thing.id) << "\">\n";
  data(out, "node", "label", thing.name);
  data(out, "node", "kind", name_of(thing.kind));
  data(out, "node", "class", thing.class_name);
  data(out, "node", "iri", thing.iri);
  std::string aliases;
  for (const std::string& alias : thing.aliases) aliases += (aliases.empty() ? "" : "|") + alias;
  data(out, "node", "aliases", aliases);
  out << "    </node>\n";
}

void write_edge(std::ostream& out, const ExportedFact& fact) {
  out << "    <edge id=\"" << xml_text(id_text(fact.row.fact)) << "\" source=\""
      << xml_text(fact.subject.id) << "\" target=\"" << xml_text(fact.object.id) << "\">\n";
  data(out, "edge", "label", fact.row.predicate);
  data(out, "edge", "relation", fact.row.triple.predicate.value());
  for (const FactField& field : fact_fields()) data(out, "edge", field.name, field.value(fact));
  out << "    </edge>\n";
}

}  // namespace

std::string write_graphml(const ExportJob& job) {
  const FactsSource source(job);
  write_one_file(job, [&](std::ostream& out) {
    write_head(out);
    for (const Thing& thing : source.things()) write_node(out, thing);
    source.each_fact([&](const ExportedFact& fact) { write_edge(out, fact); });
    out << "  </graph>\n</graphml>\n";
  });
  return source.report();
}

}  // namespace dossier::exporting
