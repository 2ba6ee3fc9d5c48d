// SPDX-License-Identifier: Apache-2.0
// Rules for names in RDF/XML: RDF 1.2 XML Syntax, sections 6.2.2 to 6.2.8.
#pragma once

#include <string_view>

#include "model/vocabulary.h"
#include "parser/xml/xml_parser.h"

namespace dossier::rdfxml {

inline constexpr std::string_view kIts = "http://www.w3.org/2005/11/its";

inline bool is_rdf(const xml::Name& name, std::string_view local) {
  return name.name_space == vocabulary::kRdf && name.local == local;
}

/// rdf:RDF, rdf:about and the other words of the syntax itself, none of which names anything.
inline bool is_core_term(std::string_view local) {
  for (const std::string_view word : {"RDF", "ID", "about", "parseType", "resource", "nodeID",
                                      "datatype", "version", "annotation", "annotationNodeID"}) {
    if (local == word) return true;
  }
  return false;
}

/// Words of the first RDF/XML that the later ones took back.
inline bool is_old_term(std::string_view local) {
  return local == "aboutEach" || local == "aboutEachPrefix" || local == "bagID";
}

}  // namespace dossier::rdfxml
