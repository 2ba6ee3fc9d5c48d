// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/suggest.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/prefixes.h"
#include "model/nearest.h"

namespace dossier::sparql {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kNamespaces = {{
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"dct", "http://purl.org/dc/terms/"},
    {"fn", "http://www.w3.org/2005/xpath-functions#"},
    {"math", "http://www.w3.org/2005/xpath-functions/math#"},
    {"geo", "http://www.opengis.net/ont/geosparql#"},
    {"void", "http://rdfs.org/ns/void#"},
    {"dcat", "http://www.w3.org/ns/dcat#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"sh", "http://www.w3.org/ns/shacl#"},
    {"wd", "http://www.wikidata.org/entity/"},
    {"wdt", "http://www.wikidata.org/prop/direct/"},
}};

}  // namespace

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
  constexpr std::size_t kMostEdits = 2;
  constexpr std::size_t kLongestWord = 64;
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = std::min(kMostEdits, (word.size() - 1) / 2) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::optional<std::string_view> well_known_namespace(std::string_view prefix) {
  for (const auto& [name, iri] : kNamespaces) {
    if (name == prefix) return iri;
  }
  for (const auto& [name, iri] : predeclared_prefixes()) {
    if (name == prefix) return iri;
  }
  return std::nullopt;
}

}  // namespace dossier::sparql
