// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/rdfxml_attributes.h"

#include <array>

#include "dossier/rdf.h"
#include "model/term_text.h"
#include "model/vocabulary.h"
#include "model/well_formed.h"
#include "parser/rdf/rdfxml_names.h"

namespace dossier::rdfxml {
namespace {

using Slot = std::optional<std::string> Attributes::*;

Slot slot_of(std::string_view local) {
  static constexpr std::array<std::pair<std::string_view, Slot>, 8> kSlots{
      {{"ID", &Attributes::id},
       {"about", &Attributes::about},
       {"nodeID", &Attributes::node_id},
       {"resource", &Attributes::resource},
       {"datatype", &Attributes::datatype},
       {"parseType", &Attributes::parse_type},
       {"annotation", &Attributes::annotation},
       {"annotationNodeID", &Attributes::annotation_node_id}}};
  for (const auto& [name, slot] : kSlots) {
    if (name == local) return slot;
  }
  return nullptr;
}

/// Attributes allowed without a namespace, for documents of 1999 (section 6.1.4).
bool may_be_bare(std::string_view local) {
  return local == "ID" || local == "about" || local == "resource" || local == "parseType" ||
         local == "type";
}

bool starts_with_xml(std::string_view local) {
  const auto is = [&](std::size_t i, char c) { return (local[i] | 0x20) == c; };
  return local.size() >= 3 && is(0, 'x') && is(1, 'm') && is(2, 'l');
}

void check_ncname(const std::optional<std::string>& value, const char* attribute) {
  if (value && !xml::is_ncname(*value)) {
    xml::fail(std::string("the value of ") + attribute + " is not an XML name without colon",
              std::string_view(attribute).substr(4));
  }
}

void sort_rdf_attribute(const xml::Attribute& attribute, Attributes& sorted) {
  const std::string_view local = attribute.name.local;
  if (const Slot slot = slot_of(local)) {
    sorted.*slot = std::string(attribute.value);
  } else if (is_core_term(local) || is_old_term(local) || local == "li" || local == "Description") {
    if (local == "version") return;  // Scope reads it
    xml::fail("rdf:" + std::string(local) + " can't be an attribute", attribute.name.qualified());
  } else {
    sorted.properties.emplace_back(vocabulary::iri(vocabulary::kRdf, local), attribute.value);
  }
}

}  // namespace

Scope Scope::inside(const xml::Element& element) const {
  Scope inner = *this;
  for (const auto& [name, value] : element.attributes) {
    if (name.name_space == xml::kXmlNamespace && name.local == "base") {
      const std::string resolved = resolve_iri(base, value);
      inner.base = resolved.substr(0, resolved.find('#'));
    } else if (name.name_space == xml::kXmlNamespace && name.local == "lang") {
      if (!value.empty() && !is_language_tag(value)) {
        xml::fail("not a language tag: \"" + std::string(value) + '"', name.qualified());
      }
      inner.language = value;
    } else if (name.name_space == kIts && name.local == "dir") {
      if (value != "ltr" && value != "rtl") {
        xml::fail("a base direction is ltr or rtl", name.qualified());
      }
      inner.direction = value == "ltr" ? Direction::ltr : Direction::rtl;
    } else if (is_rdf(name, "version")) {
      inner.version_1_2 = value == "1.2" || value == "1.2-basic";
    }
  }
  return inner;
}

Term Scope::iri(std::string_view reference, std::string_view attribute) const {
  std::string value = resolve_iri(base, reference);
  if (!fits_iri_reference(value)) {
    xml::fail("an IRI cannot contain spaces, quotes, <>, {}, |, ^, ` or \\: write them as %XX",
              attribute);
  }
  if (!has_scheme(value)) {
    xml::fail("the IRI \"" + value + "\" is relative, and the document has no base", attribute);
  }
  return Term::iri(std::move(value));
}

Term Scope::literal(std::string lexical) const {
  if (language.empty()) return Term::string(std::move(lexical));
  return Term::lang(std::move(lexical), language, version_1_2 ? direction : Direction::none);
}

std::string name_iri(const xml::Name& name) {
  const std::string iri = vocabulary::iri(name.name_space, name.local);
  if (!has_scheme(iri)) {
    xml::fail("the namespace \"" + std::string(name.name_space) + "\" is a relative IRI",
              name.qualified());
  }
  return Scope{}.iri(iri, name.qualified()).value();
}

Attributes sort_attributes(const xml::Element& element) {
  Attributes sorted;
  for (const xml::Attribute& attribute : element.attributes) {
    const auto& [name_space, prefix, local] = attribute.name;
    if (name_space == xml::kXmlNamespace || name_space == kIts) continue;
    if (name_space == vocabulary::kRdf || (name_space.empty() && may_be_bare(local))) {
      sort_rdf_attribute(attribute, sorted);
    } else if (!name_space.empty()) {
      sorted.properties.emplace_back(name_iri(attribute.name), attribute.value);
    } else if (!starts_with_xml(local)) {
      xml::fail("the attribute " + std::string(local) +
                    " needs a namespace: write prefix:" + std::string(local),
                local);
    }
  }
  check_ncname(sorted.id, "rdf:ID");
  check_ncname(sorted.node_id, "rdf:nodeID");
  check_ncname(sorted.annotation_node_id, "rdf:annotationNodeID");
  return sorted;
}

}  // namespace dossier::rdfxml
