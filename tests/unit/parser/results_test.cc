// SPDX-License-Identifier: Apache-2.0
// Readers and writers of query results: what is written is read back; faults have their place.
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "parser/results/results.h"

using namespace dossier;

namespace {

using Row = std::vector<std::optional<Term>>;

class Collector : public ResultsSink {
 public:
  std::vector<std::string> variables;
  std::vector<Row> rows;
  std::optional<bool> answer;
  bool ended = false;

  void begin(const std::vector<std::string>& names) override { variables = names; }
  void row(Solution values) override { rows.emplace_back(values.begin(), values.end()); }
  void end() override { ended = true; }
  void boolean(bool value) override { answer = value; }
};

Collector read(std::string_view text, ResultsFormat format, std::size_t max_nesting = 500) {
  Collector collector;
  parse_results(text, format, collector, max_nesting);
  return collector;
}

std::string written(const std::vector<std::string>& variables, const std::vector<Row>& rows,
                    ResultsFormat format) {
  std::ostringstream out;
  const auto writer = make_results_writer(out, format);
  writer->begin(variables);
  for (const Row& row : rows) writer->row(row);
  writer->end();
  return out.str();
}

/// "line:column: message" of the fault.
std::string fault(std::string_view text, ResultsFormat format, std::size_t max_nesting = 500) {
  try {
    read(text, format, max_nesting);
  } catch (const Error& error) {
    REQUIRE(error.position());
    return std::to_string(error.position()->line) + ":" + std::to_string(error.position()->column) +
           ": " + error.what();
  }
  return "accepted";
}

constexpr ResultsFormat kAll[] = {ResultsFormat::json, ResultsFormat::xml, ResultsFormat::csv,
                                  ResultsFormat::tsv};

class Maker {
 public:
  std::vector<Row> rows(std::size_t count, std::size_t width) {
    std::vector<Row> made(count, Row(width));
    for (Row& row : made) {
      for (auto& value : row) {
        if (below(5) != 0) value = term(0);
      }
    }
    return made;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  Term resource() {
    static const char* const kIris[] = {"urn:a", "http://e.org/ü?q=1&b=%20#f", "x:<y>"};
    if (below(3) == 0) return Term::blank_node("b" + std::to_string(below(9)));
    return Term::iri(kIris[below(2)]);
  }
  Term term(int depth) {
    static const char* const kTexts[] = {
        "", " a\tb\n\r\nc ", "\"q\" 'x' \\", "<&>]]>", "größe", "true", "1", "\xF0\x9F\x99\x82,;?"};
    static const char* const kTypes[] = {"integer", "boolean", "dateTime", "double"};
    switch (below(depth < 3 ? 4 : 3)) {
      case 0:
        return resource();
      case 1:
        return Term::lang(kTexts[below(8)], below(2) == 0 ? "en" : "ar-EG",
                          static_cast<Direction>(below(3)));
      case 2:
        return Term::typed(kTexts[below(8)], vocabulary::iri(vocabulary::kXsd, kTypes[below(4)]));
      default:
        return Term::triple({resource(), Term::iri("urn:p"), term(depth + 1)});
    }
  }
  std::mt19937 random_{5};
};

}  // namespace

TEST_CASE("Results that are written are read back as they were") {
  Maker maker;
  for (const std::size_t width : {0U, 1U, 3U}) {
    std::vector<std::string> variables;
    for (std::size_t i = 0; i < width; ++i) variables.push_back("v" + std::to_string(i));
    for (const std::size_t count : {0U, 1U, 400U}) {
      const std::vector<Row> rows = maker.rows(count, width);
      for (const ResultsFormat format : kAll) {
        if (format == ResultsFormat::csv) continue;
        const Collector got = read(written(variables, rows, format), format);
        CHECK(got.variables == variables);
        CHECK(got.rows == rows);
        CHECK(got.ended);
        CHECK_FALSE(got.answer);
      }
    }
  }
}

TEST_CASE("Truth values are read back") {
  for (const ResultsFormat format : kAll) {
    for (const bool answer : {true, false}) {
      std::ostringstream out;
      make_results_writer(out, format)->boolean(answer);
      const Collector got = read(out.str(), format);
      CHECK(got.answer == answer);
      CHECK_FALSE(got.ended);
    }
  }
}

TEST_CASE("CSV keeps texts, blank nodes and what is unbound") {
  const std::vector<Row> rows = {{Term::iri("urn:a"), std::nullopt},
                                 {Term::blank_node("b"), Term::string("a \"b\",\r\n")}};
  const Collector got = read(written({"x", "y"}, rows, ResultsFormat::csv), ResultsFormat::csv);
  CHECK(got.rows == std::vector<Row>{{Term::string("urn:a"), std::nullopt},
                                     {Term::blank_node("b"), Term::string("a \"b\",\r\n")}});
}

TEST_CASE("JSON members come in any order, and old words are known") {
  const Collector got = read(
      R"({"results": {"bindings": [
            {"x": {"value": "1", "datatype": "urn:t", "type": "typed-literal"}},
            {"x": {"type": "literal", "value": "y", "xml:lang": "he", "direction": "rtl"}}],
          "more": [[{}]]}, "link": [], "head": {"link": ["a"], "vars": ["x"]}})",
      ResultsFormat::json);
  CHECK(got.rows ==
        std::vector<Row>{{Term::typed("1", "urn:t")}, {Term::lang("y", "he", Direction::rtl)}});
}

TEST_CASE("Faults of results have their place") {
  using enum ResultsFormat;
  CHECK(fault("{\"head\":", json).substr(0, 15) == "1:9: not JSON: ");
  CHECK(fault("[1]", json) == "1:1: a result is an object");
  CHECK(fault("{\"head\":{\"vars\":[]}}", json) ==
        "1:21: the result has no \"results\" with \"bindings\"");
  CHECK(fault("{\"head\":{\"vars\":[\"x\"]},\n\"results\":{\"bindings\":[{\"x\":{\"type\":\"uri\","
              "\"value\":\"a "
              "b\"}}]}}",
              json)
            .substr(0, 2) == "2:");
  CHECK(fault("{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{\"y\":{\"type\":\"uri\","
              "\"value\":\"a:"
              "b\"}}]}}",
              json)
            .find("a row binds a variable that the head does not name") != std::string::npos);
  CHECK(fault("{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[7]}}", json) != "accepted");
  CHECK(fault("\xFF", json) == "1:1: the text is not valid UTF-8 here");

  const std::string open = "<sparql xmlns='http://www.w3.org/2005/sparql-results#'>";
  CHECK(fault(open, xml) != "accepted");
  CHECK(fault(open + "</sparql>", xml).find("no <results>") != std::string::npos);
  CHECK(fault(open + "<head/>\n<results><result><binding name='x'/></result></results></sparql>",
              xml) == "2:18: the head names no variable \"x\"");
  CHECK(fault("<html/>", xml) == "1:1: SPARQL results have no <html> of the namespace \"\"");
  CHECK(fault(open + "<boolean>perhaps</boolean></sparql>", xml).find("true or false") !=
        std::string::npos);

  CHECK(fault("", csv) == "1:1: expected a line of variable names");
  CHECK(fault("a,b\n1\n", csv) == "2:1: the row has 1 fields, and there are 2 variables");
  CHECK(fault("a\n\"1\n", csv) == "2:1: the quoted field is not closed");
  CHECK(fault("a\n\"1\"2\n", csv) == "2:4: expected a comma or the line's end");
  CHECK(fault("a\n", tsv) == "1:1: expected a variable such as ?name");
  CHECK(fault("?a\t?b\n1\tx:y\n", tsv).substr(0, 4) == "2:3:");
}

TEST_CASE("Nesting of triple terms in results has a limit") {
  Term term = Term::string("x");
  for (int i = 0; i < 60; ++i) {
    term = Term::triple({Term::iri("urn:s"), Term::iri("urn:p"), term});
  }
  for (const ResultsFormat format : {ResultsFormat::json, ResultsFormat::xml, ResultsFormat::tsv}) {
    const std::string text = written({"x"}, {{term}}, format);
    CHECK(read(text, format).rows == std::vector<Row>{{term}});
  }
  for (const ResultsFormat format : {ResultsFormat::json, ResultsFormat::xml}) {
    CHECK(fault(written({"x"}, {{term}}, format), format, 20).find("levels of") !=
          std::string::npos);
  }
  std::string brackets(100000, '[');
  CHECK(fault(brackets, ResultsFormat::json).find("levels of") != std::string::npos);
}

TEST_CASE("XML can't carry some characters, and says so before it is read") {
  for (const char* const text : {"\x01", "\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    CHECK_THROWS_AS(written({"x"}, {{Term::string(text)}}, ResultsFormat::xml), Error);
    const Collector got =
        read(written({"x"}, {{Term::string(text)}}, ResultsFormat::json), ResultsFormat::json);
    CHECK(got.rows == std::vector<Row>{{Term::string(text)}});
  }
}

TEST_CASE("Media types name result formats") {
  CHECK(results_format_of_media_type("application/sparql-results+json; charset=utf-8") ==
        ResultsFormat::json);
  CHECK(results_format_of_media_type("Application/SPARQL-Results+XML") == ResultsFormat::xml);
  CHECK(results_format_of_media_type("text/csv") == ResultsFormat::csv);
  CHECK_FALSE(results_format_of_media_type("text/html"));
}
