// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/result_set.h"

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "model/xsd/decimal.h"
#include "model/xsd/floating.h"
#include "model/xsd/integer.h"
#include "tests/w3c/isomorphism.h"

namespace dossier::w3c {
namespace {

std::string rs(const char* name) {
  return vocabulary::iri("http://www.w3.org/2001/sw/DataAccess/tests/result-set#", name);
}

/// Rows become quads about a blank node each, so that comparing results is comparing datasets.
/// Labels of those nodes hold a space, which no term of a result has.
std::vector<Quad> as_quads(const ResultSet& results, bool ordered) {
  std::vector<Quad> quads;
  for (std::size_t i = 0; i < results.rows.size(); ++i) {
    const Term row = Term::blank_node("row " + std::to_string(i));
    const auto place = static_cast<std::int64_t>(ordered ? i : 0);
    quads.push_back({row, Term::iri("place:"), Term::integer(place), std::nullopt});
    for (const auto& [variable, value] : results.rows[i]) {
      quads.push_back({row, Term::iri("variable:" + variable), value, std::nullopt});
    }
  }
  return quads;
}

/// What is left of a term in CSV.
Term untyped(const Term& term) {
  return term.is_blank_node() ? term : Term::string(term.is_triple() ? "" : term.value());
}

ResultSet untyped(const ResultSet& results) {
  ResultSet plain = results;
  for (auto& row : plain.rows) {
    std::erase_if(row, [](const auto& entry) {
      return entry.second.is_literal() && entry.second.value().empty();
    });
    for (auto& [variable, value] : row) value = untyped(value);
  }
  return plain;
}

template <typename Value>
std::optional<std::string> form(const std::optional<Value>& value) {
  if (!value) return std::nullopt;
  return value->to_string();
}

/// None when the form is not legal, and for other types.
std::optional<std::string> canonical_form(const std::string& lexical, const std::string& type) {
  namespace names = vocabulary::xsd;
  if (type == names::kInteger) return form(xsd::Integer::parse(lexical));
  if (type == names::kDecimal) return form(xsd::Decimal::parse(lexical));
  if (type == names::kDouble) {
    if (const auto value = xsd::parse_double(lexical)) return xsd::format_double(*value);
  }
  if (type == names::kFloat) {
    if (const auto value = xsd::parse_float(lexical)) return xsd::format_float(*value);
  }
  return std::nullopt;
}

Term canonical_number(const Term& term) {
  if (!term.is_literal()) return term;
  const std::string type(term.datatype());
  const std::optional<std::string> form = canonical_form(term.value(), type);
  return form ? Term::typed(*form, type) : term;
}

}  // namespace

ResultSet with_canonical_numbers(ResultSet results) {
  for (auto& row : results.rows) {
    for (auto& [variable, value] : row) value = canonical_number(value);
  }
  return results;
}

bool same_rows(const ResultSet& got, const ResultSet& expected, bool ordered) {
  if (got.rows.size() != expected.rows.size()) return false;
  const ResultSet& ours = expected.untyped ? untyped(got) : got;
  return isomorphic(as_quads(ours, ordered), as_quads(expected, ordered));
}

std::string to_text(const ResultSet& results) {
  if (results.boolean) return *results.boolean ? "true\n" : "false\n";
  std::string text;
  for (const auto& row : results.rows) {
    for (const auto& [variable, value] : row)
      text += "?" + variable + "=" + value.to_string() + " ";
    text += '\n';
  }
  return text;
}

namespace {

class Collector : public ResultsSink {
 public:
  ResultSet results;

  void begin(const std::vector<std::string>& variables) override { results.variables = variables; }
  void row(Solution values) override {
    auto& bound = results.rows.emplace_back();
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i]) bound.emplace(results.variables[i], *values[i]);
    }
  }
  void end() override {}
  void boolean(bool answer) override { results.boolean = answer; }
};

}  // namespace

ResultSet read_results(const std::string& text, ResultsFormat format) {
  Collector collector;
  parse_results(text, format, collector);
  collector.results.untyped = format == ResultsFormat::csv;
  return std::move(collector.results);
}

bool has_rdf_results(const Graph& graph) {
  return !graph.subjects(vocabulary::rdf::kType, Term::iri(rs("ResultSet"))).empty();
}

ResultSet read_rdf_results(const Graph& graph) {
  const Term set = graph.subjects(vocabulary::rdf::kType, Term::iri(rs("ResultSet"))).front();
  ResultSet results;
  if (const auto boolean = graph.object(set, rs("boolean"))) {
    results.boolean = boolean->value() == "true";
    return results;
  }
  for (const Term& name : graph.objects(set, rs("resultVariable"))) {
    results.variables.push_back(name.value());
  }
  std::multimap<int, Term> solutions;  // by rs:index, where there is one
  for (const Term& solution : graph.objects(set, rs("solution"))) {
    const auto index = graph.object(solution, rs("index"));
    solutions.emplace(index ? std::stoi(index->value()) : 0, solution);
  }
  for (const auto& [index, solution] : solutions) {
    auto& row = results.rows.emplace_back();
    for (const Term& binding : graph.objects(solution, rs("binding"))) {
      const auto variable = graph.object(binding, rs("variable"));
      const auto value = graph.object(binding, rs("value"));
      if (!variable || !value) throw Error(ErrorCode::input, "a binding lacks variable or value");
      row.emplace(variable->value(), *value);
    }
  }
  return results;
}

std::vector<Quad> load_quads(const Suites& suites, const std::string& iri) {
  const std::string text = suites.read(iri);
  const std::optional<RdfFormat> format = rdf_format_of(iri);
  if (!format) throw Error(ErrorCode::input, "no RDF syntax is known by the ending of " + iri);
  return parse_quads(text, *format, iri);
}

}  // namespace dossier::w3c
