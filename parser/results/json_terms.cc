// SPDX-License-Identifier: Apache-2.0
#include "parser/results/json_terms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "parser/results/terms.h"

namespace dossier::results {
namespace {

std::string member(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) {
    throw std::invalid_argument(std::string("a term needs the text member \"") + name + '"');
  }
  return found->get<std::string>();
}

std::optional<std::string> optional_member(const Json& object, const char* name) {
  if (!object.contains(name)) return std::nullopt;
  return member(object, name);
}

const Json& part(const Json& triple, const char* name) {
  const auto found = triple.find(name);
  if (found == triple.end()) {
    throw std::invalid_argument(std::string("a triple term needs the member \"") + name + '"');
  }
  return *found;
}

}  // namespace

bool is_json_member_of_term(const std::string& key) {
  constexpr std::array<std::string_view, 9> kKeys{"type",    "value",     "xml:lang",
                                                  "its:dir", "direction", "datatype",
                                                  "subject", "predicate", "object"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

Term read_json_term(const Json& object) {
  if (!object.is_object()) throw std::invalid_argument("a term is an object");
  const std::string type = member(object, "type");
  if (type == "triple") {
    const Json& parts = part(object, "value");
    if (!parts.is_object()) throw std::invalid_argument("a triple term's value is an object");
    return checked_triple(read_json_term(part(parts, "subject")),
                          read_json_term(part(parts, "predicate")),
                          read_json_term(part(parts, "object")));
  }
  if (type == "uri") return checked_iri(member(object, "value"));
  if (type == "bnode") return Term::blank_node(member(object, "value"));
  // "typed-literal" is what writers before SPARQL 1.1 say.
  if (type != "literal" && type != "typed-literal") {
    throw std::invalid_argument("no term is of type \"" + type + '"');
  }
  std::optional<std::string> direction = optional_member(object, "its:dir");
  if (!direction) direction = optional_member(object, "direction");
  return checked_literal({member(object, "value"), optional_member(object, "xml:lang"),
                          std::move(direction), optional_member(object, "datatype")});
}

}  // namespace dossier::results
