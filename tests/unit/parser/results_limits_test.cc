// SPDX-License-Identifier: Apache-2.0
// Results from strangers: many variables, long texts, rows before the head, who watches.
#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "parser/results/results.h"

using namespace dossier;

namespace {

constexpr ResultsFormat kAll[] = {ResultsFormat::json, ResultsFormat::xml, ResultsFormat::csv,
                                  ResultsFormat::tsv};

/// The texts of the first column.
struct FirstColumn : ResultsSink {
  std::string seen;
  void begin(const std::vector<std::string>& names) override { seen = names.front() + ":"; }
  void row(Solution values) override { seen += values.front() ? values.front()->value() : "-"; }
  void end() override { seen += "."; }
  void boolean(bool) override {}
};

/// One row with a term for each of the columns.
std::string document(ResultsFormat format, std::size_t columns, const std::string& text) {
  std::string head, row;
  for (std::size_t i = 0; i < columns; ++i) {
    const std::string name = "v" + std::to_string(i);
    if (format == ResultsFormat::json) {
      head += (i == 0 ? "\"" : ",\"") + name + '"';
      row += (i == 0 ? "\"" : ",\"") + name + R"(":{"type":"literal","value":")" + text + "\"}";
    } else if (format == ResultsFormat::xml) {
      head += "<variable name='" + name + "'/>";
      row += "<binding name='" + name + "'><literal>" + text + "</literal></binding>";
    } else if (format == ResultsFormat::csv) {
      head += (i == 0 ? "" : ",") + name;
      row += (i == 0 ? "" : ",") + text;
    } else {
      head += (i == 0 ? "?" : "\t?") + name;
      row += (i == 0 ? "\"" : "\t\"") + text + '"';
    }
  }
  if (format == ResultsFormat::json) {
    return "{\"head\":{\"vars\":[" + head + "]},\"results\":{\"bindings\":[{" + row + "}]}}";
  }
  if (format != ResultsFormat::xml) return head + "\n" + row + "\n";
  return "<sparql xmlns='http://www.w3.org/2005/sparql-results#'><head>" + head +
         "</head><results><result>" + row + "</result></results></sparql>";
}

std::string first_column(const std::string& text, ResultsFormat format,
                         const ResultsWatch& watch = {}) {
  FirstColumn column;
  parse_results(text, format, column, 500, watch);
  return column.seen;
}

}  // namespace

TEST_CASE("A result has a largest number of variables") {
  for (const ResultsFormat format : kAll) {
    CAPTURE(static_cast<int>(format));
    CHECK(first_column(document(format, 1000, "x"), format) == "v0:x.");
    CHECK_THROWS_WITH(first_column(document(format, 10'001, "x"), format),
                      Catch::Contains("at most 10,000 variables"));
  }
}

TEST_CASE("Who watches a result being read is told what is held, and may end it") {
  for (const ResultsFormat format : kAll) {
    CAPTURE(static_cast<int>(format));
    const std::string text = document(format, 2, std::string(3'000'000, 'x'));
    std::size_t most = 0;
    first_column(text, format, [&](std::size_t held) { most = std::max(most, held); });
    CHECK(most >= 3'000'000);
    CHECK_THROWS_WITH(
        first_column(text, format, [](std::size_t) { throw Error(ErrorCode::limit, "enough"); }),
        "enough");
  }
}

TEST_CASE("Rows before the head of a JSON result come in their order") {
  const auto row = [](const std::string& value) {
    return R"({"x":{"type":"literal","value":")" + value + R"("}})";
  };
  const std::string head = R"("head":{"vars":["x"]})";
  const auto results = [&](const std::string& rows) {
    return R"("results":{"bindings":[)" + rows + "]}";
  };
  using enum ResultsFormat;
  CHECK(first_column("{" + results(row("a") + "," + row("b")) + "," + head + "}", json) == "x:ab.");
  CHECK(first_column("{" + results(row("a")) + "," + head + "," + results(row("b") + ",{}") + "}",
                     json) == "x:ab-.");
  CHECK_THROWS_WITH(first_column("{" + results(row("a")) + "}", json),
                    Catch::Contains("no \"head\""));
  CHECK_THROWS_AS(first_column("{" + results(R"({"y":{}})") + "," + head + "}", json), Error);
  CHECK_THROWS_AS(first_column("{" + head + "," + head + "," + results("") + "}", json), Error);
}

TEST_CASE("What a JSON result has beside its terms is passed over") {
  CHECK(first_column(R"({"junk":[[],{"head":[{}]},1],"head":{"link":[[]],"vars":["x"]},
                         "results":{"more":[{}],"bindings":[{"x":{"type":"literal","note":[[1]],
                         "value":"a"}}]},"end":{}})",
                     ResultsFormat::json) == "x:a.");
  for (const char* const wrong :
       {R"({"head":{"vars":["x"]},"results":{"bindings":{}}})",
        R"({"head":{"vars":{"x":1}},"results":{"bindings":[]}})",
        R"({"head":{"vars":[["x"]]},"results":{"bindings":[]}})",
        R"({"head":{"vars":["x"]},"results":[[]]})", R"({"boolean":[]})", R"({"boolean":{}})",
        R"({"head":{"vars":["x"]},"results":{"bindings":[{"x":[]}]}})",
        R"({"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri","value":[1]}}]}})",
        R"({"head":{"vars":["x"]},"results":{"bindings":[[]]}})"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(first_column(wrong, ResultsFormat::json), Error);
  }
}
