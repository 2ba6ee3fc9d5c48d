// SPDX-License-Identifier: Apache-2.0
#include "extract/record/relation_families.h"

#include "dossier/rdf.h"
#include "extract/embedded.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

using Families = std::vector<std::pair<std::string, std::string>>;

Families read_families() {
  Families families;
  RdfOptions options;
  options.format = RdfFormat::turtle;
  const std::string_view file =
      embedded::file_named(embedded::declarations(), "relation_families.ttl").bytes;
  parse_rdf(file, options, [&](Quad&& quad) {
    if (quad.predicate.value() == k::kFamily)
      families.emplace_back(quad.object.value(),
                            quad.subject.value().substr(vocabulary::kRelation.size()));
  });
  return families;
}

}  // namespace

const Families& builtin_families() {
  static const Families families = read_families();
  return families;
}

std::vector<std::string> families_of(std::string_view local_name) {
  std::vector<std::string> names;
  for (const auto& [family, relation] : builtin_families())
    if (relation == local_name) names.push_back(family);
  return names;
}

}  // namespace dossier::extract
