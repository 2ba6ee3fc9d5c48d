// SPDX-License-Identifier: Apache-2.0
#include "repl/input/fact_argument.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"

namespace dossier::repl {
namespace {

std::optional<Term> resolve(const KnowledgeBase& kb, const std::string& word,
                            const Prefixes& prefixes, TermUse use) {
  if (word.starts_with('?') && word.find(' ') == std::string::npos) return std::nullopt;
  return resolve_term(kb, word, prefixes, use);
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

FactPattern resolve_fact(const KnowledgeBase& kb, const std::array<std::string, 3>& words,
                         const Prefixes& prefixes) {
  return {resolve(kb, words[0], prefixes, TermUse::subject),
          resolve(kb, words[1], prefixes, TermUse::predicate),
          resolve(kb, words[2], prefixes, TermUse::object)};
}

std::vector<Evidence> evidence_for(const KnowledgeBase& kb, const FactPattern& fact,
                                   const Prefixes& prefixes) {
  std::vector<Evidence> evidence = evidence_of(kb, fact.subject, fact.predicate, fact.object);
  if (!evidence.empty()) return evidence;
  const std::string text =
      fmt::format("{} {} {}", text_of(fact.subject, prefixes), text_of(fact.predicate, prefixes),
                  text_of(fact.object, prefixes));
  throw Error(ErrorCode::input,
              is_asserted(kb, fact)
                  ? fmt::format("{} is in the knowledge base, but no sentence supports it", text)
                  : fmt::format("no document says {}", text));
}

}  // namespace dossier::repl
