// SPDX-License-Identifier: Apache-2.0
// Things that may be one.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "desk/review/name_pairs.h"
#include "desk/review/proposals.h"
#include "desk/views/names.h"
#include "desk/views/rows.h"

namespace dossier::reviewing {
namespace {

/// Below this, more pairs would be wrong than a person wants to see.
constexpr double kLeast = 0.5;

/// What stands in one sentence beside its double is rather another thing.
constexpr double kTogether = 0.25;

std::vector<NamedThing> named_things(const ReviewCall& call) {
  std::map<Term, NamedThing> things;
  Namer namer(call.kb, call.options);
  for (const Row& row : call.kb.query(
           "SELECT ?thing ?property ?name { VALUES ?property { rdfs:label skos:altLabel } "
           "?thing ?property ?name . FILTER(isIRI(?thing)) "
           "FILTER NOT EXISTS { ?thing a k:Concept } FILTER NOT EXISTS { ?thing a k:Individual } "
           "FILTER NOT EXISTS { ?thing a k:Quantity } FILTER EXISTS { ?thing a ?class } } "
           "ORDER BY ?thing ?property ?name",
           call.options)) {
    NamedThing& thing = things[*row["thing"]];
    thing.thing = *row["thing"];
    const bool label = row["property"]->value().ends_with("#label") && thing.label.empty();
    (label ? thing.label : thing.names.emplace_back()) = row["name"]->value();
  }
  for (const Row& row : call.kb.query("SELECT ?thing (COUNT(DISTINCT ?sentence) AS ?count) { "
                                      "?sentence k:mentions ?thing } GROUP BY ?thing",
                                      call.options)) {
    const auto found = row["thing"] ? things.find(*row["thing"]) : things.end();
    if (found != things.end()) found->second.sentences = row["count"].as<std::uint64_t>();
  }
  std::vector<NamedThing> out;
  for (auto& [term, thing] : things) {
    if (thing.label.empty() || term.value().starts_with("urn:dossier:relation:")) continue;
    thing.kind = namer(term).kind;
    out.push_back(std::move(thing));
  }
  return out;
}

/// How many documents mention both, and whether one sentence does.
struct Together {
  std::uint64_t documents = 0;
  bool in_a_sentence = false;
};

Together together(const ReviewCall& call, const Term& a, const Term& b) {
  QueryOptions options = call.options;
  options.parameters = {{"a", a}, {"b", b}};
  Together out;
  for (const Row& row :
       call.kb.query("SELECT (COUNT(DISTINCT ?d) AS ?n) { ?s k:mentions $a ; k:partOf ?d . "
                     "?t k:partOf ?d ; k:mentions $b }",
                     options))
    out.documents = row["n"].as<std::uint64_t>();
  for (const Row& row :
       call.kb.query("SELECT ?s { ?s k:mentions $a ; k:mentions $b } LIMIT 1", options))
    out.in_a_sentence = row[0].has_value();
  return out;
}

/// The one to keep is mentioned more; of equals the longer name.
bool keeps(const NamedThing& a, const NamedThing& b) {
  if (a.sentences != b.sentences) return a.sentences > b.sentences;
  return a.label.size() >= b.label.size();
}

std::string with_article(const std::string& kind) {
  const bool vowel = std::string_view("aeiou").find(kind.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + kind;
}

/// "Ahero is read as a place, Lake Ahero as an organization".
std::string kinds_in_words(const NamedThing& a, const NamedThing& b) {
  const bool one_name = a.label == b.label;
  return fmt::format("{} is read as {}, {} as {}", one_name ? "one" : a.label, with_article(a.kind),
                     one_name ? "the other" : b.label, with_article(b.kind));
}

/// "Ahero (place)" where the other one is called so, too.
std::string told_apart(const NamedThing& one, const NamedThing& other) {
  const bool kinds = one.label == other.label && one.kind != other.kind && !one.kind.empty();
  return kinds ? fmt::format("{} ({})", one.label, one.kind) : one.label;
}

Proposal proposal_of(const ReviewCall& call, const NamedThing& a, const NamedThing& b,
                     const NamePair& pair) {
  const NamedThing& kept = keeps(a, b) ? a : b;
  const NamedThing& gone = &kept == &a ? b : a;
  Proposal out;
  out.kind = Proposal::Kind::duplicate;
  out.proposed = fmt::format("merge {} into {}", told_apart(gone, kept), told_apart(kept, gone));
  out.reasons.push_back(pair.reason);
  out.weight = pair.weight;
  const Together both = together(call, kept.thing, gone.thing);
  if (both.documents > 0)
    out.reasons.push_back(both.documents == 1
                              ? "one document has both"
                              : fmt::format("{} documents have both", both.documents));
  if (both.in_a_sentence) {
    out.weight -= kTogether;
    out.reasons.emplace_back("against it: one sentence has both");
  }
  if (a.kind != b.kind && !a.kind.empty() && !b.kind.empty())
    out.reasons.push_back("against it: " + kinds_in_words(a, b));
  out.sides = {side_of(call, kept.thing, kept.label), side_of(call, gone.thing, gone.label)};
  return out;
}

/// What ingest found to have the name of something that was loaded.
void add_namesakes(const ReviewCall& call, const std::vector<NamedThing>& things,
                   std::vector<NamePair>& pairs) {
  std::map<Term, std::size_t> places;
  for (std::size_t i = 0; i < things.size(); ++i) places[things[i].thing] = i;
  for (const Row& row : call.kb.query("SELECT DISTINCT ?a ?b { ?a k:possiblySame ?b "
                                      "FILTER(?a != ?b) } ORDER BY ?a ?b",
                                      call.options)) {
    const auto a = places.find(*row["a"]), b = places.find(*row["b"]);
    if (a == places.end() || b == places.end()) continue;
    const auto [first, second] = std::minmax(a->second, b->second);
    std::erase_if(pairs, [&, first = first, second = second](const NamePair& one) {
      return one.first == first && one.second == second;
    });
    pairs.push_back({first, second, "something loaded has the same name", 0.8});
  }
}

}  // namespace

void add_duplicates(const ReviewCall& call, std::vector<Proposal>& out) {
  const std::vector<NamedThing> things = named_things(call);
  std::vector<NamePair> pairs = name_pairs(things);
  add_namesakes(call, things, pairs);
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const NamePair& a, const NamePair& b) { return a.weight > b.weight; });
  for (const NamePair& pair : pairs) {
    const NamedThing& a = things[pair.first];
    const NamedThing& b = things[pair.second];
    Proposal proposal = proposal_of(call, a, b, pair);
    if (proposal.weight < kLeast) continue;
    const auto [first, second] = std::minmax(a.thing.value(), b.thing.value());
    if (!call.add(out, std::move(proposal), {first, second})) break;
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Proposal& a, const Proposal& b) { return a.weight > b.weight; });
}

}  // namespace dossier::reviewing
