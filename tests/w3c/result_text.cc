// SPARQL 1.1 Query Results CSV, TSV and JSON.
#include <nlohmann/json.hpp>

#include "model/error.h"
#include "model/vocabulary.h"
#include "parser/rdf/parse.h"
#include "tests/w3c/result_set.h"

namespace dossier::w3c {
namespace {

/// RFC 4180: fields between commas, quotes around fields and doubled inside them.
std::vector<std::vector<std::string>> csv_records(const std::string& text) {
  std::vector<std::vector<std::string>> records;
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        fields.back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        fields.back() += text[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      fields.emplace_back();
    } else if (c == '\n') {
      records.push_back(std::move(fields));
      fields.assign(1, {});
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  if (fields.size() > 1 || !fields.front().empty()) records.push_back(std::move(fields));
  return records;
}

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == mark) {
      parts.emplace_back();
    } else if (c != '\r') {
      parts.back() += c;
    }
  }
  return parts;
}

Term json_term(const nlohmann::json& node) {
  const std::string type = node.at("type");
  if (type == "triple") {
    const nlohmann::json& parts = node.at("value");
    return Term::triple({json_term(parts.at("subject")), json_term(parts.at("predicate")),
                         json_term(parts.at("object"))});
  }
  const std::string value = node.at("value");
  if (type == "uri") return Term::iri(value);
  if (type == "bnode") return Term::blank_node(value);
  if (node.contains("xml:lang")) {
    const std::string direction = node.value("its:dir", "");
    return Term::lang(value, node.at("xml:lang"),
                      direction == "ltr"   ? Direction::ltr
                      : direction == "rtl" ? Direction::rtl
                                           : Direction::none);
  }
  return Term::typed(value, node.value("datatype", std::string(vocabulary::xsd::kString)));
}

}  // namespace

ResultSet read_csv_results(const std::string& text) {
  const auto records = csv_records(text);
  if (records.empty()) throw Error(ErrorCode::input, "a CSV result without a header");
  ResultSet results;
  results.untyped = true;
  results.variables = records.front();
  for (std::size_t r = 1; r < records.size(); ++r) {
    auto& row = results.rows.emplace_back();
    for (std::size_t i = 0; i < records[r].size() && i < results.variables.size(); ++i) {
      const std::string& field = records[r][i];
      if (field.empty()) continue;
      row.emplace(results.variables[i], field.starts_with("_:") ? Term::blank_node(field.substr(2))
                                                                : Term::string(field));
    }
  }
  return results;
}

ResultSet read_tsv_results(const std::string& text) {
  ResultSet results;
  bool header = true;
  for (const std::string& line : split(text, '\n')) {
    const std::vector<std::string> fields = split(line, '\t');
    if (header) {
      for (const std::string& field : fields) results.variables.push_back(field.substr(1));
      header = false;
      continue;
    }
    if (line.empty()) continue;
    auto& row = results.rows.emplace_back();
    for (std::size_t i = 0; i < fields.size() && i < results.variables.size(); ++i) {
      if (!fields[i].empty()) row.emplace(results.variables[i], parse_term(fields[i], {}));
    }
  }
  return results;
}

ResultSet read_json_results(const std::string& text) try {
  const nlohmann::json document = nlohmann::json::parse(text);
  ResultSet results;
  if (document.contains("boolean")) {
    results.boolean = document.at("boolean").get<bool>();
    return results;
  }
  const nlohmann::json& head = document.at("head");
  if (head.contains("vars")) results.variables = head.at("vars");
  for (const nlohmann::json& binding : document.at("results").at("bindings")) {
    auto& row = results.rows.emplace_back();
    for (const auto& [variable, node] : binding.items()) row.emplace(variable, json_term(node));
  }
  return results;
} catch (const nlohmann::json::exception& error) {
  throw Error(ErrorCode::input, std::string("JSON result: ") + error.what());
}

}  // namespace dossier::w3c
