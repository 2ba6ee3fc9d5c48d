// SPDX-License-Identifier: Apache-2.0
// The attributes of an RDF/XML element, by meaning.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/term.h"
#include "parser/xml/xml_parser.h"

namespace dossier::rdfxml {

/// What holds for an element and those inside it.
struct Scope {
  std::string base = {};
  std::string language = {};  ///< empty for none
  Direction direction = Direction::none;
  bool version_1_2 = false;  ///< rdf:version says so: base directions and triple terms count

  /// With xml:base, xml:lang, its:dir and rdf:version of an element.
  Scope inside(const xml::Element& element) const;
  /// A reference as an absolute IRI; `attribute` contains it, for messages.
  Term iri(std::string_view reference, std::string_view attribute) const;
  Term literal(std::string lexical) const;
};

struct Attributes {
  std::optional<std::string> id;
  std::optional<std::string> about;
  std::optional<std::string> node_id;
  std::optional<std::string> resource;
  std::optional<std::string> datatype;
  std::optional<std::string> parse_type;
  std::optional<std::string> annotation;
  std::optional<std::string> annotation_node_id;
  /// Property attributes: predicate IRI, value.
  std::vector<std::pair<std::string, std::string>> properties;

  bool names_object() const { return resource || node_id || !properties.empty(); }
};

/// The namespace and the local name as an IRI. Faults as xml::fail(): the namespace is relative.
std::string name_iri(const xml::Name& name);

/// Faults as xml::fail(): attributes without a namespace, rdf names that are not attributes, IDs
/// that are not names.
Attributes sort_attributes(const xml::Element& element);

}  // namespace dossier::rdfxml
