// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/not_asserted.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "desk/views/triple_patterns.h"
#include "model/vocabulary.h"
#include "parser/sparql/parse.h"
#include "repl/process/counting.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/pattern_text.h"

namespace dossier::repl {
namespace {

/// Whether facts are stated with such a predicate, and every part can be written.
bool may_be_fact(const PatternText& pattern) {
  const std::optional<Term>& relation = pattern.predicate();
  return pattern.can_be_asked() && relation && relation->is_iri() &&
         !relation->value().starts_with(vocabulary::kDossier) &&
         !relation->value().starts_with(vocabulary::kRdf) &&
         !relation->value().starts_with(vocabulary::kRdfs);
}

// "denied" or "planned" -> how many facts.
std::map<std::string, std::uint64_t> ways_of(const KnowledgeBase& kb, const PatternText& pattern,
                                             const QueryOptions& options) {
  QueryOptions own;
  own.cancellation = options.cancellation;
  own.timeout = options.timeout;
  own.prefixes = options.prefixes;
  std::map<std::string, std::uint64_t> out;
  QueryResult result = kb.query(
      fmt::format(
          "SELECT ?notSo ?saidHow WHERE {{ ?theFact rdf:reifies <<( {0} )>> "
          "OPTIONAL {{ ?theFact k:polarity ?notSo }} OPTIONAL {{ ?theFact k:modality ?saidHow }} "
          "FILTER NOT EXISTS {{ {0} }} }}",
          pattern.text()),
      own);
  for (const Row& row : result) {
    if (row[1])
      ++out[row[1]->value()];
    else if (row[0])
      ++out["denied"];
  }
  return out;
}

std::string line_of(const PatternText& pattern, const std::map<std::string, std::uint64_t>& ways) {
  std::string how;
  for (const auto& [way, count] : ways)
    how += fmt::format("{}{} {}", how.empty() ? "" : ", ", grouped(count), way);
  return fmt::format("{}: not asserted, but {}; ask with ?fact rdf:reifies <<( {} )>>\n",
                     pattern.text(), how, pattern.text());
}

}  // namespace

NotAsserted explain_not_asserted(const KnowledgeBase& kb, const std::string& query,
                                 const QueryOptions& options, const Prefixes& prefixes) {
  NotAsserted out;
  each_triple_pattern(parse_query(query, syntax_options(prefixes, "", options.parameters)),
                      [&](const ast::TriplePattern& triple) {
                        const PatternText pattern(triple, options, prefixes);
                        if (!may_be_fact(pattern)) return;
                        const auto ways = ways_of(kb, pattern, options);
                        if (ways.empty()) return;
                        out.text += line_of(pattern, ways);
                        out.patterns.insert(pattern.text());
                      });
  return out;
}

}  // namespace dossier::repl
