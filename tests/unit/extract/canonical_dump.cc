// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/canonical_dump.h"

#include <map>
#include <string_view>
#include <vector>

#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::test {
namespace {

using Names = std::map<Term, std::string>;

bool is_entity(const Term& term) {
  return term.is_iri() && term.value().starts_with(vocabulary::kEntity);
}

std::string graph_of(const Quad& quad) { return quad.graph ? quad.graph->value() : "-"; }

/// Where each mention stands: its document and its first character.
Names places_of_mentions(const std::vector<Quad>& quads) {
  Names places;
  for (const Quad& quad : quads)
    if (quad.predicate.value() == extract::k::kBegin && quad.subject.is_blank_node())
      places[quad.subject] = graph_of(quad) + ' ' + quad.object.value();
  return places;
}

/// "urn:dossier:entity:Rift_Relief" of "urn:dossier:entity:Rift_Relief_2".
std::string without_number(const std::string& iri) {
  const std::size_t end = iri.find_last_not_of("0123456789");
  const bool numbered = end != std::string::npos && end + 1 < iri.size() && iri[end] == '_';
  return numbered ? iri.substr(0, end) : iri;
}

/// An entity is known by its names and classes, each with its document, by its mentions, and by its
/// IRI without the number.
Names names_of_entities(const std::vector<Quad>& quads) {
  const Names places = places_of_mentions(quads);
  std::map<Term, std::set<std::string>> said;
  for (const Quad& quad : quads) {
    const std::string_view predicate = quad.predicate.value();
    if (predicate == extract::k::kOf && is_entity(quad.object))
      said[quad.object].insert("at " + places.at(quad.subject));
    if (!is_entity(quad.subject)) continue;
    for (const std::string_view one : {vocabulary::rdf::kType, extract::kLabel, extract::kAltLabel})
      if (predicate == one)
        said[quad.subject].insert(std::string(one.substr(one.find_last_of("#/") + 1)) + ' ' +
                                  quad.object.value() + ' ' + graph_of(quad));
  }
  Names names;
  for (const auto& [entity, lines] : said) {
    names[entity] = without_number(entity.value()) + "; ";
    for (const std::string& line : lines) names[entity] += line + "; ";
  }
  return names;
}

/// Blank nodes are known by what is said of them.
class Writer {
 public:
  explicit Writer(const std::vector<Quad>& quads) : names_(names_of_entities(quads)) {
    Names nodes;
    std::map<Term, std::set<std::string>> said;
    for (const Quad& quad : quads)
      if (quad.subject.is_blank_node())
        said[quad.subject].insert(quad.predicate.to_string() + ' ' + name(quad.object) + ' ' +
                                  graph_of(quad));
    for (const auto& [node, lines] : said)
      for (const std::string& line : lines) nodes[node] += line + "; ";
    names_.merge(nodes);
  }

  std::string name(const Term& term) const {
    if (term.is_triple()) {
      const Triple& parts = term.as_triple();
      return "<<" + name(parts.subject) + ' ' + name(parts.predicate) + ' ' + name(parts.object) +
             ">>";
    }
    const auto known = names_.find(term);
    if (known != names_.end()) return '{' + known->second + '}';
    return term.is_blank_node() ? "_" : term.to_string();
  }

 private:
  Names names_;
};

}  // namespace

std::set<std::string> canonical_dump(const KnowledgeBase& kb) {
  std::vector<Quad> quads;
  kb.dump([&](const Quad& quad) { quads.push_back(quad); });
  const Writer writer(quads);
  std::set<std::string> lines;
  std::map<std::string, int> seen;
  for (const Quad& quad : quads) {
    const std::string line = writer.name(quad.subject) + ' ' + quad.predicate.to_string() + ' ' +
                             writer.name(quad.object) + ' ' + graph_of(quad);
    lines.insert(line + " #" + std::to_string(seen[line]++));
  }
  return lines;
}

}  // namespace dossier::test
