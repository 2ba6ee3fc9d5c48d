// SPDX-License-Identifier: Apache-2.0
// Whatever can be parsed is printed so that it parses to the same tree: over all texts of the W3C
// suites in the shared folder.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <vector>

#include "dossier/error.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"
#include "tests/skip.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of_suites(const std::string& extension) {
  const fs::path suites = fs::path(test::shared_folder()) / "w3c" / "sparql";
  std::vector<fs::path> files;
  if (!fs::exists(suites)) {
    test::skip("there is no " + suites.string());
    return files;
  }
  for (const auto& entry : fs::recursive_directory_iterator(suites)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What `parse` makes of the text; none for the negative tests.
template <typename Parse>
auto parsed(Parse parse, const std::string& text)
    -> std::optional<decltype(parse(text, SparqlOptions()))> {
  SparqlOptions options;
  options.base = "http://example.org/base/";
  try {
    return parse(text, options);
  } catch (const Error&) {
    return std::nullopt;
  }
}

template <typename Parse>
void check_round_trips(const std::string& extension, Parse parse) {
  std::size_t printed = 0;
  for (const fs::path& path : files_of_suites(extension)) {
    const auto tree = parsed(parse, content(path));
    if (!tree) continue;
    INFO(path);
    const std::string text = print(*tree);
    const auto again = parse(text, SparqlOptions());
    CHECK(print(again) == text);
    // Labels of blank nodes are the one thing that printing changes.
    if (text.find("_:") == std::string::npos) CHECK(again == *tree);
    ++printed;
  }
  std::cout << "printed and parsed again: " << printed << " of " << extension << "\n";
}

TEST_CASE("queries of the W3C suites survive printing", "[shared]") {
  check_round_trips(".rq", parse_query);
}
TEST_CASE("updates of the W3C suites survive printing", "[shared]") {
  check_round_trips(".ru", parse_update);
}

TEST_CASE("patterns and expressions print alone") {
  const ast::Query query = parse_query("ASK { ?s ?p ?o FILTER(?o > 1 && ?s != 'x') }");
  const auto& where = std::get<ast::AskQuery>(query.form).where;
  CHECK(print(where) == "{\n  ?s ?p ?o .\n  FILTER ((?o > 1) && (?s != \"x\"))\n}");
  const auto& filter = std::get<ast::Filter>(where.elements.at(1).node);
  CHECK(print(filter.condition) == "(?o > 1) && (?s != \"x\")");
}

}  // namespace
}  // namespace dossier
