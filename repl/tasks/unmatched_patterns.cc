// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/unmatched_patterns.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "desk/views/triple_patterns.h"
#include "dossier/evidence.h"
#include "engine/results/short_names.h"
#include "parser/sparql/parse.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/pattern_text.h"

namespace dossier::repl {
namespace {

/// A long query gets no long explanation.
constexpr std::size_t kMostPatterns = 12;

QueryOptions own_options(const QueryOptions& options) {
  QueryOptions own;
  own.cancellation = options.cancellation;
  own.timeout = options.timeout;
  own.prefixes = options.prefixes;
  own.default_graph = options.default_graph;
  return own;
}

/// A text where a thing could stand: "Oslo" is the name of e:Oslo.
std::string things_called(const KnowledgeBase& kb, const Term& text, const Prefixes& prefixes) {
  constexpr std::size_t kMost = 3;
  std::string names;
  std::size_t count = 0;
  for (const Term& thing : entities_named(kb, text.value())) {
    if (++count > kMost) break;
    names += (names.empty() ? "" : ", ") + short_text(thing, prefixes);
  }
  return names.empty() ? "" : fmt::format("; \"{}\" is the name of {}", text.value(), names);
}

/// What a property has, when that is a few texts: k:polarity has "negative" alone.
std::string texts_of(const KnowledgeBase& kb, const Term& property, const QueryOptions& options,
                     const Prefixes& prefixes) {
  constexpr std::size_t kMost = 12;
  QueryOptions own = own_options(options);
  own.parameters = {{"property", property}};
  QueryResult result =
      kb.query(fmt::format("SELECT DISTINCT ?value {{ ?any $property ?value }} ORDER BY ?value "
                           "LIMIT {}",
                           kMost + 1),
               own);
  std::string values;
  std::size_t count = 0;
  for (const Row& row : result) {
    if (++count > kMost || !row[0]->is_literal()) return {};
    values += (values.empty() ? "" : ", ") + row[0]->to_string();
  }
  return values.empty() ? "" : fmt::format("; {} has {}", short_text(property, prefixes), values);
}

std::string hint_for(const KnowledgeBase& kb, const PatternText& pattern,
                     const QueryOptions& options, const Prefixes& prefixes) {
  if (!pattern.object() || !pattern.object()->is_literal()) return {};
  std::string hint = things_called(kb, *pattern.object(), prefixes);
  if (hint.empty() && pattern.predicate())
    hint = texts_of(kb, *pattern.predicate(), options, prefixes);
  return hint;
}

std::size_t constants_in(const PatternText& pattern) {
  return static_cast<std::size_t>(pattern.subject().has_value()) +
         static_cast<std::size_t>(pattern.predicate().has_value()) +
         static_cast<std::size_t>(pattern.object().has_value());
}

bool is_literal(const std::optional<Term>& term) { return term && term->is_literal(); }

bool has_match(const KnowledgeBase& kb, const PatternText& pattern, const QueryOptions& options) {
  return kb.query("ASK { " + pattern.text() + " }", own_options(options)).boolean();
}

}  // namespace

std::string explain_unmatched_patterns(const KnowledgeBase& kb, const std::string& query,
                                       const QueryOptions& options, const Prefixes& prefixes,
                                       const std::set<std::string>& explained) {
  std::vector<Term> unknown;  // named elsewhere
  for (const UnknownConstant& one : kb.unknown_constants(query, options))
    if (!one.term.is_literal()) unknown.push_back(one.term);
  const auto is_unknown = [&](const std::optional<Term>& term) {
    return term && std::find(unknown.begin(), unknown.end(), *term) != unknown.end();
  };
  std::string out;
  std::size_t asked = 0, matched = 0;
  bool hinted = !explained.empty();
  each_triple_pattern(parse_query(query, syntax_options(prefixes, "", options.parameters)),
                      [&](const ast::TriplePattern& triple) {
                        const PatternText pattern(triple, options, prefixes);
                        if (!pattern.can_be_asked() || ++asked > kMostPatterns) return;
                        if (is_unknown(pattern.subject()) || is_unknown(pattern.predicate()) ||
                            is_unknown(pattern.object()))
                          return;
                        if (has_match(kb, pattern, options)) {
                          ++matched;
                          return;
                        }
                        if (explained.contains(pattern.text())) return;
                        if (constants_in(pattern) < 2 && !is_literal(pattern.object())) return;
                        const std::string hint = hint_for(kb, pattern, options, prefixes);
                        hinted = hinted || !hint.empty();
                        out += fmt::format("no triple is {}{}\n", pattern.text(), hint);
                      });
  if (asked == 1 && !hinted) return {};
  if (out.empty() && asked > 1 && matched == asked)
    out = fmt::format("each of the {} triple patterns has matches, but not all together\n", asked);
  return out;
}

}  // namespace dossier::repl
