// SPDX-License-Identifier: Apache-2.0
// Things that a later document called by a name that is no fuller form of their first one.
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "desk/review/proposals.h"
#include "desk/views/names.h"
#include "desk/views/rows.h"
#include "engine/saved/name_resolution.h"

namespace dossier::reviewing {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(folded(text));
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(std::move(word));
  return words;
}

/// Whether the new name is the old one with words added: "Maurer", "Peter Maurer".
bool is_fuller_form(const std::string& name, const std::string& of) {
  const std::vector<std::string> longer = words_of(name), shorter = words_of(of);
  auto at = shorter.begin();
  for (const std::string& word : longer)
    if (at != shorter.end() && *at == word) ++at;
  return at == shorter.end();
}

/// An IRI is made from the first name; "_2" tells things of one name apart.
bool is_first_name(const std::string& name, const Term& thing) {
  std::string local = local_name(thing.value());
  const std::size_t tail = local.find_last_not_of("0123456789");
  if (tail != std::string::npos && tail + 1 < local.size() && local[tail] == ' ')
    if (folded(name) == folded(local.substr(0, tail))) return true;
  return folded(name) == folded(local);
}

}  // namespace

void add_labels(const ReviewCall& call, std::vector<Proposal>& out) {
  for (const Row& row : call.kb.query(
           "SELECT DISTINCT ?thing ?label ?name { ?thing skos:altLabel ?name ; rdfs:label ?label . "
           "FILTER(STRSTARTS(STR(?thing), \"urn:dossier:entity:\")) "
           "FILTER NOT EXISTS { ?thing a k:Concept } "
           "FILTER NOT EXISTS { GRAPH k:decisions { ?decision k:entity ?thing ; a k:Rename } } } "
           "ORDER BY ?thing ?name",
           call.options)) {
    const Term& thing = *row["thing"];
    const std::string label = row["label"]->value(), name = row["name"]->value();
    if (!is_first_name(name, thing) || is_first_name(label, thing)) continue;
    if (is_fuller_form(label, name)) continue;
    Proposal proposal;
    proposal.kind = Proposal::Kind::label;
    proposal.proposed = fmt::format("call {} \"{}\"", label, name);
    proposal.reasons = {
        fmt::format("its first name was \"{}\", and \"{}\" is no fuller form of it", name, label)};
    proposal.weight = 0.5;
    proposal.sides = {side_of(call, thing, label)};
    proposal.new_label = name;
    if (!call.add(out, std::move(proposal), {thing.value(), label, name})) break;
  }
}

}  // namespace dossier::reviewing
