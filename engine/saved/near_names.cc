// SPDX-License-Identifier: Apache-2.0
#include "engine/saved/near_names.h"

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

#include "model/vocabulary.h"

namespace dossier {
namespace {

/// Folded, every run of other characters than letters and digits one space, with one at both ends.
std::string spaced(std::string_view text) {
  std::string out = " ";
  for (const char c : folded(text)) {
    const bool is_letter =
        static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter)
      out += c;
    else if (out.back() != ' ')
      out += ' ';
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

bool answers(const KnowledgeBase& kb, const char* ask, const Term& thing) {
  return kb.query(ask, {.parameters = {{"thing", thing}}}).boolean();
}

/// Things with a name that fits; without concepts and unnamed things when there are others.
std::set<Term> meant(const KnowledgeBase& kb, const std::vector<Name>& names,
                     const std::function<bool(const std::string&)>& fits) {
  std::set<Term> all;
  for (const Name& name : names)
    if (!name.thing.value().starts_with(vocabulary::kRelation) && fits(spaced(name.text)))
      all.insert(name.thing);
  std::set<Term> named;
  for (const Term& thing : all)
    if (!answers(kb, "ASK { $thing a ?class FILTER(?class IN (k:Concept, k:Individual)) }", thing))
      named.insert(thing);
  return named.empty() ? all : named;
}

/// "CRG" for e:CRG; empty for other terms.
std::string local_name(const Term& term) {
  if (!term.is_iri() || !term.value().starts_with(vocabulary::kEntity)) return {};
  return term.value().substr(vocabulary::kEntity.size());
}

}  // namespace

std::optional<NearName> near_name(const KnowledgeBase& kb, std::string_view text) {
  const std::string wanted = spaced(text);
  if (wanted == " ") return std::nullopt;
  const std::vector<Name> names = all_names(kb);
  std::set<Term> things = meant(kb, names, [&](const std::string& name) { return name == wanted; });
  if (things.empty()) {
    things =
        meant(kb, names, [&](const std::string& name) { return name.find(wanted) != name.npos; });
  }
  if (things.size() != 1) return std::nullopt;
  return NearName{*things.begin(), label_of(kb, *things.begin())};
}

std::optional<NearName> near_entity(const KnowledgeBase& kb, const Term& term) {
  const std::string name = local_name(term);
  if (name.empty() || answers(kb, "ASK { { $thing ?p ?o } UNION { ?s ?p $thing } }", term))
    return std::nullopt;
  return near_name(kb, name);
}

Term resolve_near(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes,
                  std::string& note) {
  std::optional<NearName> near;
  try {
    const Term term = resolve_entity(kb, text, prefixes);
    near = near_entity(kb, term);
    if (!near) return term;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    near = near_name(kb, text);
    if (!near) throw;
  }
  note = text + ": " + near->label;
  return near->thing;
}

}  // namespace dossier
