// SPDX-License-Identifier: Apache-2.0
#include "desk/views/relation_name.h"

#include <algorithm>
#include <optional>

#include "dossier/views.h"
#include "engine/saved/name_resolution.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

/// r:leave_for of "leave for", when facts have it.
std::optional<Term> relation_of_verb(const KnowledgeBase& kb, const std::string& text) {
  std::string local = text;
  std::replace(local.begin(), local.end(), ' ', '_');
  if (local.find_first_of(":<>\"") != std::string::npos) return std::nullopt;
  const Term relation = Term::iri(vocabulary::iri(vocabulary::kRelation, local));
  QueryOptions options;
  options.parameters = {{"relation", relation}};
  if (!kb.query("ASK { ?fact rdf:reifies <<( ?s $relation ?o )>> }", options).boolean())
    return std::nullopt;
  return relation;
}

}  // namespace

std::vector<Term> relations_named(const KnowledgeBase& kb, const std::string& text,
                                  const Prefixes& prefixes) {
  std::vector<Term> members = family(kb, text);
  if (!members.empty()) return members;
  if (const std::optional<Term> relation = relation_of_verb(kb, text)) return {*relation};
  return {resolve_term(kb, text, prefixes, TermUse::predicate)};
}

}  // namespace dossier
