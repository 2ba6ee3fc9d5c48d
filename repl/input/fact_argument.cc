// SPDX-License-Identifier: Apache-2.0
#include "repl/input/fact_argument.h"

#include <fmt/format.h>

#include <map>
#include <tuple>
#include <utility>

#include "desk/views/relation_name.h"
#include "dossier/error.h"
#include "dossier/views.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "engine/saved/near_names.h"

namespace dossier::repl {
namespace {

bool is_any(const std::string& word) {
  // A shell takes ? for a file.
  if (word == "any" || word == "_") return true;
  return word.starts_with('?') && word.find(' ') == std::string::npos;
}

/// A subject or an object; what a part of a name means is written to `err`.
std::optional<Term> resolve(const KnowledgeBase& kb, const std::string& word,
                            const Prefixes& prefixes, TermUse use, std::ostream& err) {
  if (is_any(word)) return std::nullopt;
  std::optional<NearName> near;
  try {
    Term term = resolve_term(kb, word, prefixes, use);
    near = near_entity(kb, term);
    if (!near) return term;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::input) near = near_name(kb, word);
    if (!near) throw;
  }
  err << word << ": " << near->label << '\n';
  return near->thing;
}

/// One for a term, a name or "?"; all relations of a family that facts have.
std::vector<std::optional<Term>> relations(const KnowledgeBase& kb, const std::string& word,
                                           const Prefixes& prefixes, std::ostream& err) {
  if (is_any(word)) return {std::nullopt};
  const std::vector<Term> members = relations_named(kb, word, prefixes);
  std::string names;
  for (const Term& member : members)
    names += (names.empty() ? "" : ", ") + short_text(member, prefixes);
  if (members.size() > 1) err << word << ": " << names << '\n';
  return {members.begin(), members.end()};
}

std::string text_of(const std::optional<Term>& term, const Prefixes& prefixes) {
  return term ? short_text(*term, prefixes) : "?";
}

bool is_asserted(const KnowledgeBase& kb, const FactPattern& fact) {
  QueryOptions options;
  if (fact.subject) options.parameters.emplace("s", *fact.subject);
  if (fact.predicate) options.parameters.emplace("p", *fact.predicate);
  if (fact.object) options.parameters.emplace("o", *fact.object);
  return kb.query("ASK { ?s ?p ?o }", options).boolean();
}

}  // namespace

std::vector<FactPattern> resolve_facts(const KnowledgeBase& kb,
                                       const std::array<std::string, 3>& words,
                                       const Prefixes& prefixes, std::ostream& err) {
  const auto subject = resolve(kb, words[0], prefixes, TermUse::subject, err);
  const auto object = resolve(kb, words[2], prefixes, TermUse::object, err);
  std::vector<FactPattern> out;
  for (const auto& relation : relations(kb, words[1], prefixes, err))
    out.push_back({subject, relation, object});
  return out;
}

std::vector<Evidence> evidence_for(const KnowledgeBase& kb, const std::vector<FactPattern>& facts,
                                   const Prefixes& prefixes) {
  std::vector<Evidence> evidence;
  // One statement may have been read as several relations of a family.
  std::map<std::tuple<Term, Term, Term>, Term> relations;
  for (const FactPattern& one : facts) {
    for (Evidence& found : evidence_of(kb, one.subject, one.predicate, one.object)) {
      const Triple& fact = found.fact;
      const auto read =
          relations.try_emplace({fact.subject, fact.object, found.sentence}, fact.predicate);
      if (facts.size() > 1 && read.first->second != fact.predicate) continue;
      evidence.push_back(std::move(found));
    }
  }
  if (!evidence.empty()) return evidence;
  const FactPattern& fact = facts.front();
  const std::string text =
      fmt::format("{} {} {}", text_of(fact.subject, prefixes), text_of(fact.predicate, prefixes),
                  text_of(fact.object, prefixes));
  throw Error(ErrorCode::input,
              is_asserted(kb, fact)
                  ? fmt::format("{} is in the knowledge base, but no sentence supports it", text)
                  : fmt::format("no document says {}", text));
}

}  // namespace dossier::repl
