// SPDX-License-Identifier: Apache-2.0
// RDF/XML (RDF 1.2 XML Syntax), flat: no nesting but that of triple terms.
#include <algorithm>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "parser/rdf/rdfxml_names.h"
#include "parser/rdf/writers.h"
#include "parser/xml/escape.h"
#include "parser/xml/xml_parser.h"

namespace dossier {
namespace {

/// Where the local name of a predicate begins: as early as XML allows.
std::size_t local_start(const std::string& iri) {
  std::size_t start = iri.find_last_of("/#:?=&") + 1;
  while (start < iri.size() && !xml::is_ncname(std::string_view(iri).substr(start))) ++start;
  return start;
}

[[noreturn]] void cannot_name(const std::string& iri) {
  throw Error(ErrorCode::unsupported,
              "RDF/XML has no name for the predicate <" + iri + ">; write nt or ttl instead");
}

/// Names of rdf: that mean something else as the element of a property (section 6.2.6).
bool is_reserved(std::string_view name_space, std::string_view local) {
  return name_space == vocabulary::kRdf &&
         (rdfxml::is_core_term(local) || rdfxml::is_old_term(local) || local == "li" ||
          local == "Description");
}

}  // namespace

RdfXmlWriter::RdfXmlWriter(std::ostream& out,
                           std::vector<std::pair<std::string, std::string>> prefixes)
    : text_(out), prefixes_(std::move(prefixes)) {
  std::erase_if(prefixes_, [](const auto& prefix) {
    const auto& [name, iri] = prefix;
    return !xml::is_ncname(name) || name.starts_with("xml") || name == "rdf" || name == "its" ||
           iri.empty();
  });
}

void RdfXmlWriter::begin_document() {
  if (begun_) return;
  begun_ = true;
  text_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF";
  append_attribute("xmlns:rdf", vocabulary::kRdf);
  append_attribute("xmlns:its", rdfxml::kIts);
  for (const auto& [name, iri] : prefixes_) append_attribute("xmlns:" + name, iri);
  append_attribute("rdf:version", "1.2");
  append_attribute("its:version", "2.0");
  text_ += ">\n";
}

void RdfXmlWriter::write(const Quad& quad) {
  begin_document();
  if (subject_ != quad.subject) {
    if (subject_) text_ += "</rdf:Description>\n";
    open_subject(quad.subject);
    subject_ = quad.subject;
  }
  write_property(quad.predicate, quad.object);
}

void RdfXmlWriter::finish() {
  begin_document();
  if (subject_) text_ += "</rdf:Description>\n";
  text_ += "</rdf:RDF>\n";
  text_.flush();
}

void RdfXmlWriter::open_subject(const Term& subject) {
  text_ += "<rdf:Description";
  append_node("rdf:about", subject);
  text_ += ">\n";
}

void RdfXmlWriter::append_node(const char* attribute, const Term& node) {
  if (node.is_iri()) return append_attribute(attribute, node.value());
  const std::size_t number = nodes_.emplace(node.value(), nodes_.size()).first->second;
  append_attribute("rdf:nodeID", "b" + std::to_string(number));
}

void RdfXmlWriter::append_attribute(std::string_view name, std::string_view value) {
  text_ += ' ';
  text_ += name;
  text_ += "=\"";
  xml::append_escaped(text_, value);
  text_ += '"';
}

/// The name of the property's element, with the declaration of its namespace when it has no prefix.
std::string RdfXmlWriter::element_of(const std::string& predicate) {
  const std::size_t start = local_start(predicate);
  const std::string name_space = predicate.substr(0, start), local = predicate.substr(start);
  if (local.empty() || name_space.empty() || is_reserved(name_space, local)) cannot_name(predicate);
  if (name_space == vocabulary::kRdf) return "rdf:" + local;
  for (const auto& [name, iri] : prefixes_) {
    if (iri == name_space) return name + ":" + local;
  }
  std::string name = "n" + std::to_string(prefixes_.size());
  while (std::any_of(prefixes_.begin(), prefixes_.end(),
                     [&](const auto& one) { return one.first == name; })) {
    name += '_';
  }
  // Only for this element: the document has begun.
  text_ += '<' + name + ':' + local;
  append_attribute("xmlns:" + name, name_space);
  return name + ":" + local;
}

void RdfXmlWriter::write_property(const Term& predicate, const Term& object) {
  const std::uint64_t before = text_.size();
  const std::string element = element_of(predicate.value());
  if (text_.size() == before) text_ += '<' + element;
  append_object(element, object);
}

void RdfXmlWriter::append_object(const std::string& element, const Term& object) {
  if (object.is_literal()) return append_literal(element, object);
  if (!object.is_triple()) {
    append_node("rdf:resource", object);
    text_ += "/>\n";
    return;
  }
  const Triple& triple = object.as_triple();
  append_attribute("rdf:parseType", "Triple");
  text_ += ">";
  open_subject(triple.subject);
  write_property(triple.predicate, triple.object);
  text_ += "</rdf:Description></" + element + ">\n";
}

void RdfXmlWriter::append_literal(const std::string& element, const Term& literal) {
  if (!literal.language().empty()) {
    append_attribute("xml:lang", literal.language());
    if (literal.direction() != Direction::none) {
      append_attribute("its:dir", literal.direction() == Direction::ltr ? "ltr" : "rtl");
    }
  } else if (literal.datatype() != vocabulary::xsd::kString) {
    append_attribute("rdf:datatype", literal.datatype());
  }
  text_ += '>';
  xml::append_escaped(text_, literal.value());
  text_ += "</" + element + ">\n";
}

}  // namespace dossier
