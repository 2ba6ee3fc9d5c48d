// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/not_asserted.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "desk/views/triple_patterns.h"
#include "engine/results/short_names.h"
#include "model/vocabulary.h"
#include "parser/sparql/parse.h"
#include "repl/process/counting.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// A triple pattern as text and the terms in it.
class Pattern {
 public:
  Pattern(const ast::TriplePattern& pattern, const QueryOptions& options, const Prefixes& prefixes)
      : options_(options), prefixes_(prefixes) {
    const auto* predicate = std::get_if<ast::Node>(&pattern.predicate);
    if (predicate == nullptr) return;
    fixed_ = term_of(*predicate);
    text_ = fmt::format("{} {} {}", text_of(pattern.subject), text_of(*predicate),
                        text_of(pattern.object));
  }

  /// Facts are stated with such a predicate, and every part can be written.
  bool may_be_fact() const {
    return writable_ && fixed_ && fixed_->is_iri() &&
           !fixed_->value().starts_with(vocabulary::kDossier) &&
           !fixed_->value().starts_with(vocabulary::kRdf) &&
           !fixed_->value().starts_with(vocabulary::kRdfs);
  }
  const std::string& text() const { return text_; }

 private:
  std::optional<Term> term_of(const ast::Node& node) const {
    if (const auto* term = std::get_if<Term>(&node)) return *term;
    const auto* variable = std::get_if<ast::Variable>(&node);
    if (variable == nullptr) return std::nullopt;
    const auto given = options_.parameters.find(variable->name);
    if (given == options_.parameters.end()) return std::nullopt;
    return given->second;
  }
  std::string text_of(const ast::Node& node) {
    if (const auto term = term_of(node)) {
      const std::string name = term->is_iri() ? short_text(*term, prefixes_) : term->to_string();
      return name;
    }
    if (const auto* variable = std::get_if<ast::Variable>(&node)) return "?" + variable->name;
    writable_ = false;
    return {};
  }

  const QueryOptions& options_;
  const Prefixes& prefixes_;
  std::optional<Term> fixed_;
  std::string text_;
  bool writable_ = true;
};

// "denied" or "planned" -> how many facts.
std::map<std::string, std::uint64_t> ways_of(const KnowledgeBase& kb, const Pattern& pattern,
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

std::string line_of(const Pattern& pattern, const std::map<std::string, std::uint64_t>& ways) {
  std::string how;
  for (const auto& [way, count] : ways)
    how += fmt::format("{}{} {}", how.empty() ? "" : ", ", grouped(count), way);
  return fmt::format("{}: not asserted, but {}; ask with ?fact rdf:reifies <<( {} )>>\n",
                     pattern.text(), how, pattern.text());
}

}  // namespace

std::string explain_not_asserted(const KnowledgeBase& kb, const std::string& query,
                                 const QueryOptions& options, const Prefixes& prefixes) {
  std::string out;
  each_triple_pattern(parse_query(query, syntax_options(prefixes, "", options.parameters)),
                      [&](const ast::TriplePattern& triple) {
                        const Pattern pattern(triple, options, prefixes);
                        if (!pattern.may_be_fact()) return;
                        const auto ways = ways_of(kb, pattern, options);
                        if (!ways.empty()) out += line_of(pattern, ways);
                      });
  return out;
}

}  // namespace dossier::repl
