// SPDX-License-Identifier: Apache-2.0
// RDF/XML: node elements and property elements (RDF 1.2 XML Syntax, sections 7.2.10 to 7.2.21).
#include <utility>

#include "model/vocabulary.h"
#include "parser/rdf/drivers.h"
#include "parser/rdf/rdfxml_names.h"
#include "parser/rdf/rdfxml_reader.h"
#include "parser/xml/xml_parser.h"

namespace dossier::rdfxml {
namespace {

namespace rdf = vocabulary::rdf;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The element's name as an IRI; `kind` is what it is, for messages.
std::string element_iri(const xml::Element& element, const char* kind) {
  if (element.name.name_space.empty()) {
    xml::fail(std::string("a ") + kind +
              " element needs a namespace: " + std::string(element.name.local));
  }
  return name_iri(element.name);
}

[[noreturn]] void refuse(const char* attribute, const std::string& where) {
  xml::fail(std::string("rdf:") + attribute + " is not allowed on " + where, attribute);
}

void check_node_attributes(const Attributes& attributes) {
  const std::string where = "a node element";
  if (attributes.resource) refuse("resource", where);
  if (attributes.datatype) refuse("datatype", where);
  if (attributes.parse_type) refuse("parseType", where);
  if (attributes.annotation) refuse("annotation", where);
  if (attributes.annotation_node_id) refuse("annotationNodeID", where);
  if (attributes.id.has_value() + attributes.about.has_value() + attributes.node_id.has_value() >
      1) {
    xml::fail("a node element has one of rdf:about, rdf:ID and rdf:nodeID");
  }
}

void check_property_attributes(const Attributes& attributes) {
  if (attributes.about) refuse("about", "a property element");
  if (attributes.resource && attributes.node_id) {
    xml::fail("a property element has one of rdf:resource and rdf:nodeID", "nodeID");
  }
  if (attributes.datatype && attributes.names_object()) {
    refuse("datatype", "a property element that names a resource");
  }
  if (attributes.parse_type && (attributes.datatype || attributes.names_object())) {
    xml::fail("rdf:parseType can be combined only with rdf:ID and annotations", "parseType");
  }
}

}  // namespace

void Reader::start_node(const xml::Element& element, Scope scope) {
  Frame& parent = frames_.back();
  const std::string_view local = element.name.local;
  if (element.name.name_space == vocabulary::kRdf &&
      (is_core_term(local) || is_old_term(local) || local == "li")) {
    xml::fail("rdf:" + std::string(local) + " can't be a node element");
  }
  const std::string type = element_iri(element, "node");
  const Attributes attributes = sort_attributes(element);
  check_node_attributes(attributes);
  const Term subject = subject_of(attributes, scope);
  place_node(parent, subject);
  if (!is_rdf(element.name, "Description")) add(subject, rdf::kType, Term::iri(type));
  add_property_attributes(attributes, subject, scope);
  frames_.push_back({.kind = Kind::node, .scope = std::move(scope), .subject = subject});
}

Term Reader::subject_of(const Attributes& attributes, const Scope& scope) {
  if (attributes.id) return id_iri(*attributes.id, scope);
  if (attributes.about) return scope.iri(*attributes.about, "about");
  if (attributes.node_id) return Term::blank_node(*attributes.node_id);
  return fresh_node();
}

void Reader::place_node(Frame& parent, const Term& node) {
  if (parent.kind == Kind::collection) {
    append_to_collection(parent, node);
    return;
  }
  if (parent.kind != Kind::property && parent.kind != Kind::triple) return;
  if (parent.has_node) xml::fail("a property element contains at most one node element");
  parent.has_node = true;
  if (parent.kind == Kind::triple) return;
  if (!is_blank(parent.text))
    xml::fail("a property element contains text or a node element, not both");
  if (parent.attributes.datatype || parent.attributes.names_object()) {
    xml::fail(
        "a property element that names its object or a datatype cannot contain a node element");
  }
  state(parent, node);
}

void Reader::append_to_collection(Frame& collection, const Term& node) {
  Term cell = fresh_node();
  if (collection.has_node) {
    add(collection.last, rdf::kRest, cell);
  } else {
    state(collection, cell);
  }
  collection.has_node = true;
  add(cell, rdf::kFirst, node);
  collection.last = std::move(cell);
}

Term Reader::predicate_of(const xml::Element& element, Frame& owner) const {
  const std::string_view local = element.name.local;
  if (element.name.name_space == vocabulary::kRdf) {
    if (local == "li") {
      return Term::iri(vocabulary::iri(vocabulary::kRdf, "_" + std::to_string(++owner.members)));
    }
    if (is_core_term(local) || is_old_term(local) || local == "Description") {
      xml::fail("rdf:" + std::string(local) + " can't be a property element");
    }
  }
  return Term::iri(element_iri(element, "property"));
}

Reader::Kind Reader::kind_of(const Attributes& attributes, const Scope& scope) const {
  if (!attributes.parse_type) return Kind::property;
  if (*attributes.parse_type == "Resource") return Kind::resource;
  if (*attributes.parse_type == "Collection") return Kind::collection;
  if (*attributes.parse_type == "Triple") return scope.version_1_2 ? Kind::triple : Kind::ignored;
  return Kind::literal;
}

void Reader::start_property(const xml::Element& element, Scope scope) {
  Frame& owner = frames_.back();
  Frame property{.kind = Kind::property,
                 .scope = std::move(scope),
                 .subject = owner.subject,
                 .predicate = predicate_of(element, owner),
                 .attributes = sort_attributes(element)};
  check_property_attributes(property.attributes);
  property.kind = kind_of(property.attributes, property.scope);
  if (property.kind == Kind::resource) {
    const Term node = fresh_node();
    state(property, node);
    property.subject = node;
  }
  frames_.push_back(std::move(property));
}

void Reader::end_property(Frame& property) {
  if (property.has_node) return;
  if (property.attributes.names_object()) {
    if (!is_blank(property.text)) {
      xml::fail("a property element that names its object cannot contain text");
    }
    const Term object = object_of(property);
    state(property, object);
    add_property_attributes(property.attributes, object, property.scope);
  } else if (property.attributes.datatype) {
    const Term type = property.scope.iri(*property.attributes.datatype, "datatype");
    if (type.value() == rdf::kLangString || type.value() == rdf::kDirLangString) {
      xml::fail("a literal of type rdf:langString or rdf:dirLangString needs a language tag");
    }
    state(property, Term::typed(std::move(property.text), type.value()));
  } else {
    state(property, property.scope.literal(std::move(property.text)));
  }
}

Term Reader::object_of(Frame& property) {
  const Attributes& attributes = property.attributes;
  if (attributes.resource) return property.scope.iri(*attributes.resource, "resource");
  if (attributes.node_id) return Term::blank_node(*attributes.node_id);
  return fresh_node();
}

void Reader::end_triple(Frame& property) {
  if (property.triples.size() != 1) {
    xml::fail("a property of rdf:parseType=\"Triple\" states exactly one triple, not " +
              std::to_string(property.triples.size()));
  }
  state(property, Term::triple(std::move(property.triples.front())));
}

}  // namespace dossier::rdfxml

namespace dossier {

void parse_rdf_xml(std::string_view text, const RdfOptions& options, const QuadSink& sink,
                   const PrefixSink& prefixes) {
  rdfxml::Reader reader(options.base, sink, prefixes);
  xml::parse(text, reader, options.max_nesting,
             [&](std::size_t held) { reader.look(options, held); });
}

void parse_rdf_xml(std::istream& input, const RdfOptions& options, const QuadSink& sink,
                   const PrefixSink& prefixes) {
  rdfxml::Reader reader(options.base, sink, prefixes);
  xml::parse(input, reader, options.max_nesting,
             [&](std::size_t held) { reader.look(options, held); });
}

}  // namespace dossier
