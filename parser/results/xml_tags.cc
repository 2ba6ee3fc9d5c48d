// SPDX-License-Identifier: Apache-2.0
#include "parser/results/xml_tags.h"

#include <array>
#include <string>
#include <string_view>

namespace dossier::results {
namespace {

constexpr std::string_view kNamespace = "http://www.w3.org/2005/sparql-results#";

struct TagName {
  std::string_view name;
  Tag tag;
};

constexpr std::array<TagName, 15> kNames{{{"sparql", Tag::sparql},
                                          {"head", Tag::head},
                                          {"variable", Tag::variable},
                                          {"link", Tag::link},
                                          {"results", Tag::results},
                                          {"result", Tag::result},
                                          {"binding", Tag::binding},
                                          {"boolean", Tag::boolean},
                                          {"uri", Tag::uri},
                                          {"bnode", Tag::bnode},
                                          {"literal", Tag::literal},
                                          {"triple", Tag::triple},
                                          {"subject", Tag::subject},
                                          {"predicate", Tag::predicate},
                                          {"object", Tag::object}}};

}  // namespace

Tag tag_of(const xml::Name& name) {
  if (name.name_space == kNamespace) {
    for (const TagName& known : kNames) {
      if (known.name == name.local) return known.tag;
    }
  }
  xml::fail("SPARQL results have no <" + name.qualified() + "> of the namespace \"" +
            std::string(name.name_space) + '"');
}

bool is_term(Tag tag) {
  return tag == Tag::uri || tag == Tag::bnode || tag == Tag::literal || tag == Tag::triple;
}

bool holds_term(Tag tag) {
  return tag == Tag::binding || tag == Tag::subject || tag == Tag::predicate || tag == Tag::object;
}

bool holds_text(Tag tag) {
  return tag == Tag::uri || tag == Tag::bnode || tag == Tag::literal || tag == Tag::boolean;
}

bool may_stand_in(Tag tag, Tag around) {
  switch (tag) {
    case Tag::document:
      return false;
    case Tag::sparql:
      return around == Tag::document;
    case Tag::head:
    case Tag::results:
    case Tag::boolean:
      return around == Tag::sparql;
    case Tag::variable:
    case Tag::link:
      return around == Tag::head;
    case Tag::result:
      return around == Tag::results;
    case Tag::binding:
      return around == Tag::result;
    case Tag::subject:
    case Tag::predicate:
    case Tag::object:
      return around == Tag::triple;
    case Tag::uri:
    case Tag::bnode:
    case Tag::literal:
    case Tag::triple:
      return holds_term(around);
  }
  return false;
}

}  // namespace dossier::results
