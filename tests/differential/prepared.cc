// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/prepared.h"

#include <cctype>
#include <optional>
#include <set>
#include <vector>

#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"
#include "tests/differential/compare.h"

namespace dossier::naive {

namespace {

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// The names behind "?" in a query's text.
std::vector<std::string> variables_in(const std::string& text) {
  std::set<std::string> names;
  for (std::size_t at = text.find('?'); at != std::string::npos; at = text.find('?', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && is_name_character(text[end])) ++end;
    if (end > at + 1) names.insert(text.substr(at + 1, end - at - 1));
  }
  return {names.begin(), names.end()};
}

/// The query with `value` written wherever ?name stands; none where that is no query.
std::optional<ast::Query> with_value(std::string text, const std::string& name, const Term& value) {
  const std::string variable = "?" + name;
  const std::string term = value.to_string();
  for (std::size_t at = text.find(variable); at != std::string::npos;
       at = text.find(variable, at)) {
    const std::size_t end = at + variable.size();
    if (end < text.size() && is_name_character(text[end])) {
      at = end;
      continue;
    }
    text.replace(at, variable.size(), term);
    at += term.size();
  }
  try {
    return parse_query(text);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Some terms of the data, one that is not there, and the first once more.
std::vector<Term> values_for(const std::vector<Quad>& data, std::uint64_t seed) {
  std::vector<Term> values;
  for (std::size_t i = 0; i < 3 && !data.empty(); ++i) {
    const Quad& quad = data[(seed + i * 7) % data.size()];
    const Term& term = i == 1 ? quad.subject : i == 0 ? quad.object : quad.predicate;
    if (term.is_iri() || term.is_literal()) values.push_back(term);
  }
  values.push_back(Term::iri("urn:nowhere"));
  values.push_back(values.front());
  return values;
}

}  // namespace

std::string prepared_difference(Bench& bench, const Case& test, std::uint64_t seed) {
  const std::vector<Quad> data = bench.fill(test.data);
  const std::string text = print(test.query);
  const std::vector<std::string> names = variables_in(text);
  if (names.empty()) return {};
  const std::string& name = names[seed % names.size()];
  const auto dataset = Dataset::of(data, true, test.query.dataset);
  std::optional<PreparedQuery> prepared;
  for (const Term& value : values_for(data, seed)) {
    const std::optional<ast::Query> query = with_value(text, name, value);
    if (!query) continue;
    const auto& select = std::get<ast::SelectQuery>(query->form);
    const Solutions wanted = evaluate(select, dataset.default_graph, dataset);
    const std::string title = "?" + name + " as a parameter, " + value.to_string();
    try {
      if (!prepared) prepared = bench.prepare(text);
      for (Solutions rows :
           {bench.run(*prepared, {{name, value}}), bench.ask_kept(text, {{name, value}})}) {
        if (select.star) {
          for (Solution& row : rows) row.erase(name);  // shown with its value
        }
        const std::string wrong = compare(select, wanted, rows);
        if (!wrong.empty()) return title + wrong;
      }
    } catch (const Error& error) {
      return title + "\n  " + error.describe();
    }
  }
  return {};
}

}  // namespace dossier::naive
