// SPDX-License-Identifier: Apache-2.0
#include "model/vocabulary.h"

#include <array>

namespace dossier::vocabulary {

std::span<const Prefix> predeclared_prefixes() {
  static constexpr std::array<Prefix, 10> kPrefixes{{
      {"e", kEntity},
      {"r", kRelation},
      {"doc", kDocument},
      {"k", kDossier},
      {"schema", kSchema},
      {"skos", kSkos},
      {"rdf", kRdf},
      {"rdfs", kRdfs},
      {"xsd", kXsd},
      {"prov", kProv},
  }};
  return kPrefixes;
}

std::string iri(std::string_view name_space, std::string_view local_name) {
  std::string out;
  out.reserve(name_space.size() + local_name.size());
  out += name_space;
  out += local_name;
  return out;
}

}  // namespace dossier::vocabulary
