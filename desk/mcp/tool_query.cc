// SPDX-License-Identifier: Apache-2.0
// query: SPARQL, and the sentences behind its rows.
#include <map>

#include "desk/mcp/citation.h"
#include "desk/mcp/tool.h"
#include "desk/views/row_evidence.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "parser/sparql/parse.h"

namespace dossier::mcp {
namespace {

constexpr std::size_t kSentencesOfRow = 3;
constexpr std::size_t kMostCharacters = 400'000;  // what a reader can take in

/// A value that tells an IRI from a text, a number from its words.
Json json_of(const Term& term) {
  if (term.is_iri()) return {{"iri", term.value()}};
  if (!term.is_literal()) return {{"term", term.to_string()}};
  if (const auto whole = term.as<std::optional<std::int64_t>>()) return *whole;
  if (const auto truth = term.as<std::optional<bool>>()) return *truth;
  return term.value();
}

/// Sentences, each once; rows refer to them by their number.
class Citations {
 public:
  Json numbers_of(const std::vector<Evidence>& evidence) {
    Json out = Json::array();
    for (const Evidence& one : evidence) {
      const auto [at, is_new] = numbers_.emplace(one.sentence, list_.size());
      if (is_new) list_.push_back(citation_of(one));
      add(out, at->second);
    }
    return out;
  }
  Json& list() { return list_; }

 private:
  static void add(Json& numbers, std::size_t number) {
    for (const Json& one : numbers)
      if (one == number) return;
    numbers.push_back(number);
  }

  std::map<Term, std::size_t> numbers_;
  Json list_ = Json::array();
};

class Answer {
 public:
  Answer(const Call& call, QueryResult result)
      : call_(call),
        result_(std::move(result)),
        evidence_(parsed(call), {}),
        most_(call.count("limit", 100)) {}

  QueryResult::Form form() const { return result_.form(); }

  Json rows() {
    Json rows = Json::array();
    Row row;
    bool more = false;
    while ((more = result_.next(row)) && rows.size() < most_ && characters_ < kMostCharacters) {
      Json values = Json::object();
      for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i]) values[row.variables()[i]] = json_of(*row[i]);
      Json numbers = citations_.numbers_of(evidence_.of(call_.kb(), row, evidence_options()));
      count(values);
      rows.push_back({{"values", std::move(values)}, {"citations", std::move(numbers)}});
    }
    Json out{{"columns", result_.variables()}, {"complete", !more}, {"rows", std::move(rows)}};
    return finished(std::move(out));
  }

  Json triples() {
    Json rows = Json::array();
    Quad quad;
    bool more = false;
    while ((more = result_.next(quad)) && rows.size() < most_ && characters_ < kMostCharacters) {
      Json triple{{"subject", json_of(quad.subject)},
                  {"predicate", json_of(quad.predicate)},
                  {"object", json_of(quad.object)}};
      count(triple);
      triple["citations"] = citations_.numbers_of(
          evidence_of(call_.kb(), {quad.subject, quad.predicate, quad.object}, evidence_options()));
      rows.push_back(std::move(triple));
    }
    return finished({{"complete", !more}, {"triples", std::move(rows)}});
  }

  Json truth() { return finished({{"answer", result_.boolean()}}); }

 private:
  static ast::Query parsed(const Call& call) {
    SparqlOptions options;
    for (const auto& [name, iri] : predeclared_prefixes()) options.prefixes.emplace_back(name, iri);
    return parse_query(call.text("sparql"), options);
  }

  EvidenceOptions evidence_options() const {
    return {.limit = kSentencesOfRow,
            .cancellation = call_.cancellation(),
            .timeout = call_.options().timeout};
  }

  void count(const Json& values) { characters_ += text_of(values).size(); }

  Json finished(Json out) {
    if (!result_.warnings().empty()) out["warnings"] = result_.warnings();
    out["citations"] = std::move(citations_.list());
    return out;
  }

  const Call& call_;
  QueryResult result_;
  RowEvidence evidence_;
  std::size_t most_;
  std::size_t characters_ = 0;
  Citations citations_;
};

}  // namespace

Json run_query(const Call& call) {
  Answer answer(call, call.kb().query(call.text("sparql"), call.query_options()));
  const QueryResult::Form form = answer.form();
  if (form == QueryResult::Form::select) return answer.rows();
  return form == QueryResult::Form::ask ? answer.truth() : answer.triples();
}

}  // namespace dossier::mcp
