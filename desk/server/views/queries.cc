// SPDX-License-Identifier: Apache-2.0
// Queries from the page: rows with names for people, and saved queries with their parameters.
#include <chrono>

#include "desk/server/views/json.h"
#include "desk/views/names.h"
#include "dossier/error.h"

namespace dossier::server {
namespace {

Json value_json(const std::optional<Term>& term, Namer& namer) {
  if (!term) return Json();
  Json json = json_of_term(*term);
  if (!term->is_iri()) return json;
  const NamedTerm named = namer(*term);
  json["label"] = named.label;
  json["kind"] = named.kind;
  return json;
}

/// The fields p.NAME of a form are the values of parameters; of a list one field each.
ParameterValues values_of(const ViewCall& call, const std::string& text) {
  ParameterValues values;
  for (const QueryParameter& parameter : declared_parameters(text)) {
    const std::vector<std::string> given = call.form.all("p." + parameter.name);
    std::vector<ParameterValue::Item> items;
    for (const std::string& one : given) {
      if (!one.empty()) items.emplace_back(one);
    }
    if (items.empty()) continue;
    if (parameter.list) {
      values.emplace(parameter.name, std::move(items));
    } else {
      values.emplace(parameter.name, std::get<std::string>(items.front()));
    }
  }
  return values;
}

void add_rows(Json& json, QueryResult& result, std::size_t most, Namer& namer) {
  json["columns"] = result.variables();
  json["rows"] = Json::array();
  for (const Row& row : result) {
    if (json["rows"].size() == most) {
      json["more"] = true;
      return;
    }
    Json values = Json::array();
    for (const std::optional<Term>& value : row.values())
      values.push_back(value_json(value, namer));
    json["rows"].push_back(std::move(values));
  }
}

void add_triples(Json& json, QueryResult& result, std::size_t most, Namer& namer) {
  json["columns"] = {"subject", "predicate", "object"};
  json["rows"] = Json::array();
  for (Quad triple; result.next(triple);) {
    if (json["rows"].size() == most) {
      json["more"] = true;
      return;
    }
    json["rows"].push_back({value_json(triple.subject, namer), value_json(triple.predicate, namer),
                            value_json(triple.object, namer)});
  }
}

Json answer(const ViewCall& call, QueryResult& result, std::size_t most) {
  Namer namer(call.kb, call.options);
  Json json{{"warnings", result.warnings()}, {"more", false}};
  switch (result.form()) {
    case QueryResult::Form::ask:
      json["boolean"] = result.boolean();
      break;
    case QueryResult::Form::select:
      add_rows(json, result, most, namer);
      break;
    default:
      add_triples(json, result, most, namer);
  }
  return json;
}

Json failure(const Error& error) {
  Json json{{"error", error.what()}};
  if (error.position()) {
    json["line"] = error.position()->line;
    json["column"] = error.position()->column;
  }
  return json;
}

}  // namespace

Json query_view(const ViewCall& call) {
  const auto start = std::chrono::steady_clock::now();
  const std::size_t most = number(call.form, "most", 1000, 100'000);
  const std::string text = call.form.has("name") ? call.kb.saved_query(call.form.text("name")).text
                                                 : call.form.text("query");
  if (text.empty()) throw HttpError{400, "the field query is missing"};
  try {
    const BoundQuery bound = call.kb.bind(text, values_of(call, text), call.options);
    QueryResult result = call.kb.query(bound.text, bound.options);
    Json json = answer(call, result, most);
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    json["milliseconds"] = time.count();
    return json;
  } catch (const Error& error) {
    // The page shows where; a query with a mistake is no failure of the request.
    if (error.code() == ErrorCode::syntax || error.code() == ErrorCode::usage ||
        error.code() == ErrorCode::input || error.code() == ErrorCode::unsupported) {
      return failure(error);
    }
    throw;
  }
}

Json saved_view(const ViewCall& call) {
  Json rows = Json::array();
  for (const SavedQuery& query : call.kb.saved_queries()) {
    Json parameters = Json::array();
    for (const QueryParameter& one : query.parameters) {
      parameters.push_back({{"name", one.name},
                            {"type", one.type},
                            {"list", one.list},
                            {"default", one.default_values ? Json(*one.default_values) : Json()},
                            {"choices", one.choices},
                            {"description", one.description}});
    }
    rows.push_back({{"name", query.name},
                    {"description", query.description},
                    {"text", query.text},
                    {"parameters", std::move(parameters)}});
  }
  return {{"queries", std::move(rows)}};
}

}  // namespace dossier::server
