// SPDX-License-Identifier: Apache-2.0
// GEXF 1.2 (https://gexf.net): things are nodes, facts edges that exist in their times.
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
      return "integer";
    case FieldType::truth:
      return "boolean";
    case FieldType::text:
      break;
  }
  return "string";
}

void attribute(std::ostream& out, std::string_view name, FieldType type = FieldType::text) {
  out << "      <attribute id=\"" << name << "\" title=\"" << name << "\" type=\""
      << type_name(type) << "\"/>\n";
}

void value(std::ostream& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out << "          <attvalue for=\"" << name << "\" value=\"" << xml_text(text) << "\"/>\n";
}

void write_head(std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
         "  <meta>\n    <creator>Dossier</creator>\n  </meta>\n"
         "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n"
         "    <attributes class=\"node\" mode=\"static\">\n";
  for (const char* name : {"kind", "class", "iri", "aliases"}) attribute(out, name);
  out << "    </attributes>\n    <attributes class=\"edge\" mode=\"static\">\n";
  attribute(out, "relation");
  for (const FactField& field : fact_fields()) attribute(out, field.name, field.type);
  out << "    </attributes>\n";
}

void write_node(std::ostream& out, const Thing& thing) {
  out << "      <node id=\"" << xml_text(thing.id) << "\" label=\"" << xml_text(thing.name)
      << "\">\n        <attvalues>\n";
  value(out, "kind", name_of(thing.kind));
  value(out, "class", thing.class_name);
  value(out, "iri", thing.iri);
  std::string aliases;
  for (const std::string& alias : thing.aliases) aliases += (aliases.empty() ? "" : "|") + alias;
  value(out, "aliases", aliases);
  out << "        </attvalues>\n      </node>\n";
}

void write_edge(std::ostream& out, const ExportedFact& fact) {
  out << "      <edge id=\"" << xml_text(id_text(fact.row.fact)) << "\" source=\""
      << xml_text(fact.subject.id) << "\" target=\"" << xml_text(fact.object.id) << "\" label=\""
      << xml_text(fact.row.predicate) << '"';
  if (!fact.row.time.from.empty()) out << " start=\"" << xml_text(fact.row.time.from) << '"';
  if (!fact.row.time.to.empty()) out << " end=\"" << xml_text(fact.row.time.to) << '"';
  out << ">\n        <attvalues>\n";
  value(out, "relation", fact.row.triple.predicate.value());
  for (const FactField& field : fact_fields()) value(out, field.name, field.value(fact));
  out << "        </attvalues>\n      </edge>\n";
}

}  // namespace

std::string write_gexf(const ExportJob& job) {
  const FactsSource source(job);
  write_one_file(job, [&](std::ostream& out) {
    write_head(out);
    out << "    <nodes>\n";
    for (const Thing& thing : source.things()) write_node(out, thing);
    out << "    </nodes>\n    <edges>\n";
    source.each_fact([&](const ExportedFact& fact) { write_edge(out, fact); });
    out << "    </edges>\n  </graph>\n</gexf>\n";
  });
  return source.report();
}

}  // namespace dossier::exporting
