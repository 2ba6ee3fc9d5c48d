// SPDX-License-Identifier: Apache-2.0
// Query evaluation tests: data in, query, results compared.
#include <algorithm>
#include <chrono>
#include <map>
#include <sstream>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "parser/rdf/write.h"
#include "parser/sparql/parse.h"
#include "tests/w3c/endpoints.h"
#include "tests/w3c/isomorphism.h"
#include "tests/w3c/outcome.h"
#include "tests/w3c/result_set.h"
#include "tests/w3c/workbench.h"

namespace dossier::w3c {
namespace {

constexpr std::chrono::seconds kTimeout{20};

std::string qt(const char* name) { return vocabulary::iri(kQt, name); }

struct QueryTest {
  std::string text;
  std::string base;
  std::vector<std::string> data;
  std::vector<std::string> graph_data;
  std::map<std::string, std::vector<std::string>> endpoints;  ///< of SERVICE: files by address
  std::string result;
};

QueryTest read_test(const Suites& suites, const Test& test) {
  const Term action = test.property("action");
  const Graph& manifest = *test.manifest;
  QueryTest read;
  for (const Term& service : manifest.objects(action, qt("serviceData"))) {
    const auto endpoint = manifest.object(service, qt("endpoint"));
    if (!endpoint) throw Error(ErrorCode::input, "qt:serviceData names no endpoint");
    auto& data = read.endpoints[endpoint->value()];
    for (const Term& file : manifest.objects(service, qt("data"))) data.push_back(file.value());
  }
  const std::optional<Term> query = action.is_iri() ? action : manifest.object(action, qt("query"));
  if (!query) throw Error(ErrorCode::input, "the action names no query");
  read.base = query->value();
  read.text = suites.read(read.base);
  for (const Term& file : manifest.objects(action, qt("data"))) read.data.push_back(file.value());
  for (const Term& file : manifest.objects(action, qt("graphData"))) {
    read.graph_data.push_back(file.value());
  }
  read.result = test.property("result").value();
  return read;
}

bool is_ordered(const ast::Query& query) {
  const auto* select = std::get_if<ast::SelectQuery>(&query.form);
  return select != nullptr && !select->modifier.order_by.empty();
}

void add_file(const Suites& suites, const std::string& iri, const std::optional<Term>& graph,
              std::vector<Quad>& quads) {
  for (Quad& quad : quads_of_file(suites, iri, graph)) quads.push_back(std::move(quad));
}

/// The files a query names are graphs to load, unless the test loads them already.
std::vector<Quad> test_data(const Suites& suites, const QueryTest& test, const ast::Query& query) {
  std::vector<Quad> quads;
  std::vector<std::string> graphs = test.graph_data;
  for (const auto& names : {query.dataset.default_graphs, query.dataset.named_graphs}) {
    for (const Term& name : names) {
      const bool known = std::find(graphs.begin(), graphs.end(), name.value()) != graphs.end();
      if (!known && suites.has(name.value())) graphs.push_back(name.value());
    }
  }
  for (const std::string& file : test.data) add_file(suites, file, std::nullopt, quads);
  for (const std::string& file : graphs) add_file(suites, file, Term::iri(file), quads);
  return quads;
}

std::string quads_text(const std::vector<Quad>& quads) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, RdfFormat::nquads);
  for (const Quad& quad : quads) writer->write(quad);
  writer->finish();
  return out.str();
}

ResultSet rows_of(QueryResult& result) {
  ResultSet rows;
  if (result.form() == QueryResult::Form::ask) {
    rows.boolean = result.boolean();
    return rows;
  }
  rows.variables = result.variables();
  for (const Row& row : result) {
    auto& bound = rows.rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i]) bound.emplace(rows.variables[i], *row[i]);
    }
  }
  return rows;
}

std::vector<Quad> triples_of(QueryResult& result) {
  std::vector<Quad> quads;
  for (Quad quad; result.next(quad);) quads.push_back(quad);
  return quads;
}

/// None when the file holds triples, not rows.
std::optional<ResultSet> expected_rows(const Suites& suites, const std::string& iri) {
  const std::string text = suites.read(iri);
  if (iri.ends_with(".srx")) return read_results(text, ResultsFormat::xml);
  if (iri.ends_with(".srj")) return read_results(text, ResultsFormat::json);
  if (iri.ends_with(".csv")) return read_results(text, ResultsFormat::csv);
  if (iri.ends_with(".tsv")) return read_results(text, ResultsFormat::tsv);
  const Graph graph(load_quads(suites, iri));
  if (!has_rdf_results(graph)) return std::nullopt;
  return read_rdf_results(graph);
}

std::string both(const std::string& query, const std::string& expected, const std::string& got) {
  return query + "\nexpected\n" + expected + "got\n" + got;
}

Outcome compare_rows(const QueryTest& test, const ResultSet& got, const ResultSet& expected,
                     bool ordered) {
  const std::string detail = both(test.text, to_text(expected), to_text(got));
  if (got.boolean != expected.boolean) return failed("another answer", detail);
  if (same_rows(got, expected, ordered)) return passed();
  if (same_rows(with_canonical_numbers(got), with_canonical_numbers(expected), ordered)) {
    return passed("numbers by value");
  }
  if (ordered && same_rows(got, expected, false)) return failed("another order", detail);
  return failed("other rows", detail);
}

}  // namespace

Outcome run_query_test(const Suites& suites, const Test& test, Workbench& workbench) {
  QueryTest read = read_test(suites, test);
  Endpoints endpoints;
  for (const auto& [address, files] : read.endpoints) {
    std::vector<Quad> quads;
    for (const std::string& file : files) add_file(suites, file, std::nullopt, quads);
    endpoints.add(address, quads);
  }
  read.text = endpoints.localised(read.text);
  SparqlOptions parsing;
  parsing.base = read.base;
  const ast::Query query = parse_query(read.text, parsing);
  std::vector<Quad> data = test_data(suites, read, query);
  for (Quad& quad : data) quad.object = endpoints.localised(quad.object);
  workbench.load(data);

  QueryOptions options;
  options.base = read.base;
  options.default_graph = DefaultGraph::strict;
  options.timeout = kTimeout;
  options.outside = endpoints.access();
  QueryResult result = workbench.knowledge_base().query(read.text, options);
  const bool rows =
      result.form() == QueryResult::Form::select || result.form() == QueryResult::Form::ask;
  if (!rows) {
    const std::vector<Quad> got = triples_of(result);
    const std::vector<Quad> expected = load_quads(suites, read.result);
    if (isomorphic(got, expected)) return passed();
    return failed("other triples", both(read.text, quads_text(expected), quads_text(got)));
  }
  ResultSet got = rows_of(result);
  for (auto& row : got.rows) {
    for (auto& [variable, value] : row) value = endpoints.original(value);
  }
  const std::optional<ResultSet> expected = expected_rows(suites, read.result);
  if (!expected) return failed("rows, where triples are expected", to_text(got));
  return compare_rows(read, got, *expected, is_ordered(query));
}

}  // namespace dossier::w3c
