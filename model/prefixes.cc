// SPDX-License-Identifier: Apache-2.0
#include "dossier/prefixes.h"

#include "model/vocabulary.h"

namespace dossier {

const Prefixes& predeclared_prefixes() {
  static const Prefixes prefixes{
      {"e", std::string(vocabulary::kEntity)},   {"r", std::string(vocabulary::kRelation)},
      {"a", std::string(vocabulary::kArgument)}, {"doc", std::string(vocabulary::kDocument)},
      {"k", std::string(vocabulary::kDossier)},  {"schema", std::string(vocabulary::kSchema)},
      {"skos", std::string(vocabulary::kSkos)},  {"rdf", std::string(vocabulary::kRdf)},
      {"rdfs", std::string(vocabulary::kRdfs)},  {"xsd", std::string(vocabulary::kXsd)},
      {"prov", std::string(vocabulary::kProv)},
  };
  return prefixes;
}

Prefixes with_predeclared(const std::map<std::string, std::string>& own) {
  Prefixes all(own.begin(), own.end());
  for (const auto& prefix : predeclared_prefixes()) {
    if (!own.contains(prefix.first)) all.push_back(prefix);
  }
  return all;
}

}  // namespace dossier
