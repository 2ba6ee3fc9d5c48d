// SPDX-License-Identifier: Apache-2.0
#include "graph_case.h"

#include <regex>
#include <sstream>
#include <utility>

#include "dossier/rdf.h"
#include "tests/case_file.h"

using namespace dossier;

std::vector<Quad> quads_of(const std::string& trig) {
  std::vector<Quad> quads;
  parse_rdf("PREFIX x: <urn:x:>\n" + trig, {RdfFormat::trig, ""},
            [&quads](Quad&& quad) { quads.push_back(std::move(quad)); });
  return quads;
}

std::string show(const Term& term) {
  static const std::regex kOwn("<urn:x:([^>]*)>");
  static const std::regex kXsd("<http://www.w3.org/2001/XMLSchema#([^>]*)>");
  static const std::regex kBlank("_:[A-Za-z0-9]+");
  std::string text = std::regex_replace(term.to_string(), kOwn, "x:$1");
  text = std::regex_replace(text, kXsd, "xsd:$1");
  return std::regex_replace(text, kBlank, "_:");
}

std::map<std::string, Term> parameters_of(const std::string& text) {
  std::map<std::string, Term> parameters;
  for (const std::string& line : test::lines_of(text)) {
    if (line.rfind("#$ ", 0) != 0) continue;
    std::istringstream words(line.substr(3));
    std::string name, term;
    words >> name;
    std::getline(words >> std::ws, term);
    parameters.emplace(name, quads_of("x:s x:p " + term + " .").at(0).object);
  }
  return parameters;
}

std::vector<std::string> rows_of(dossier::QueryResult& result) {
  std::vector<std::string> lines;
  dossier::Row row;
  while (result.next(row)) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) line += " | ";
      line += row[i] ? show(*row[i]) : "-";
    }
    lines.push_back(row.size() == 0 ? "()" : line);
  }
  return lines;
}
