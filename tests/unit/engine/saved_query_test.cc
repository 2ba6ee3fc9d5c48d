// SPDX-License-Identifier: Apache-2.0
// Saved queries run with values for their parameters.
#include <catch2/catch.hpp>
#include <set>

#include "dossier/error.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kData = R"(INSERT DATA {
  e:UNDP rdfs:label "United Nations Development Programme" ; skos:altLabel "UNDP" .
  e:Oslo rdfs:label "Oslo" ; a schema:City .
  e:Lund rdfs:label "Lund"@sv ; a schema:City .
  e:Georgia rdfs:label "Georgia" ; a schema:Country .
  e:Georgia_2 rdfs:label "Georgia" ; a schema:Place .
  e:s1 k:about e:UNDP ; k:polarity "positive" ; k:weight 2 .
  e:s2 k:about e:UNDP ; k:polarity "negative" ; k:weight 5 .
  e:s3 k:about e:Oslo ; k:polarity "positive" ; k:weight 7 .
})";

constexpr const char* kAbout =
    "# Statements about a topic.\n"
    "# @param topic entity What it is about\n"
    "SELECT ?s { ?s k:about $topic }";

class Fixture {
 public:
  Fixture() {
    base->update(kData);
    base->save_query({"about", kAbout});
  }

  using Lines = std::multiset<std::string>;

  Lines run(const std::string& text, const ParameterValues& values) {
    Lines lines;
    for (const Row& row : base->run(SavedQuery{"", text}, values)) {
      lines.insert(row[0] ? row[0]->value().substr(row[0]->value().rfind(':') + 1) : "-");
    }
    return lines;
  }

  std::string fault(const std::string& text, const ParameterValues& values,
                    ErrorCode code = ErrorCode::usage) {
    try {
      run(text, values);
    } catch (const Error& error) {
      CHECK(error.code() == code);
      return error.what();
    }
    return "no error";
  }

  TemporaryBase base;
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a saved query is found with what it declares") {
  const SavedQuery query = base->saved_query("about");
  CHECK(query.text == kAbout);
  CHECK(query.description == "Statements about a topic.");
  REQUIRE(query.parameters.size() == 1);
  CHECK(query.parameters[0].name == "topic");
  CHECK_THROWS_WITH(base->saved_query("abuot"), "no query is saved as abuot; did you mean about?");
  CHECK_THROWS_AS(base->save_query({"-x", "ASK {}"}), Error);
  CHECK_THROWS_AS(base->save_query({"", "ASK {}"}), Error);
}

TEST_CASE_METHOD(Fixture, "a bad declaration spoils its own query alone") {
  base->save_query({"odd", "ASK {}\n# @param x Foo"});
  const std::vector<SavedQuery> all = base->saved_queries();
  REQUIRE(all.size() == 2);
  CHECK(all[1].parameters.at(0).name == "x");
  try {
    base->run("odd", {{"x", "1"}});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::syntax);
    REQUIRE(error.position());
    CHECK(error.position()->line == 2);
  }
}

TEST_CASE_METHOD(Fixture, "a text is a term, or the name of one thing") {
  const Lines both{"s1", "s2"};
  CHECK(run(kAbout, {{"topic", "UNDP"}}) == both);
  CHECK(run(kAbout, {{"topic", "undp"}}) == both);
  CHECK(run(kAbout, {{"topic", "\"UNDP\""}}) == both);
  CHECK(run(kAbout, {{"topic", "e:UNDP"}}) == both);
  CHECK(run(kAbout, {{"topic", "<urn:dossier:entity:UNDP>"}}) == both);
  CHECK(run(kAbout, {{"topic", "urn:dossier:entity:UNDP"}}) == both);
  CHECK(run(kAbout, {{"topic", Term::iri("urn:dossier:entity:UNDP")}}) == both);
  CHECK(run(kAbout, {{"topic", "Lund"}}).empty());
}

TEST_CASE_METHOD(Fixture, "a saved query is run by its name") {
  QueryResult result = base->run("about", {{"topic", "Oslo"}});
  Row row;
  REQUIRE(result.next(row));
  CHECK(row["s"]->value() == "urn:dossier:entity:s3");
  CHECK_THROWS_AS(base->run("nothing"), Error);
}

TEST_CASE_METHOD(Fixture, "names that fit nothing or several things are refused with candidates") {
  CHECK(fault(kAbout, {{"topic", "Georgia"}}, ErrorCode::input) ==
        "\"Georgia\" is the name of 2 things; say which:\n"
        "  e:Georgia  schema:Country\n"
        "  e:Georgia_2  schema:Place");
  CHECK(fault(kAbout, {{"topic", "Oslp"}}, ErrorCode::input) ==
        "nothing is called \"Oslp\"; did you mean Oslo?");
}

TEST_CASE_METHOD(Fixture, "a missing parameter is named with its description") {
  CHECK(fault(kAbout, {}) ==
        "the query needs parameters that were not given:\n  topic=entity  What it is about");
}

TEST_CASE_METHOD(Fixture, "an unknown parameter is refused with the nearest") {
  CHECK(fault(kAbout, {{"topic", "Oslo"}, {"topik", "Oslo"}}) ==
        "the query has no parameter topik; did you mean topic?");
  // The variables of a text are parameters only when it declares none.
  CHECK(fault(kAbout, {{"topic", "Oslo"}, {"s", "e:s1"}}) == "the query has no parameter s");
  CHECK(run("SELECT ?s { ?s k:about ?what }", {{"what", "e:Oslo"}}) == Lines{"s3"});
  CHECK(fault("SELECT ?s { ?s k:about ?what }", {{"waht", "e:Oslo"}}) ==
        "the query has no parameter waht; did you mean what?");
}

TEST_CASE_METHOD(Fixture, "values are of the declared type") {
  const auto weight = [&](const std::string& type) {
    return "# @param w " + type + "\nSELECT ?s { ?s k:weight ?x FILTER(?x >= $w) }";
  };
  CHECK(run(weight("integer"), {{"w", "5"}}) == Lines{"s2", "s3"});
  CHECK(run(weight("integer"), {{"w", 5}}) == Lines{"s2", "s3"});
  CHECK(run(weight("xsd:decimal"), {{"w", "5.5"}}) == Lines{"s3"});
  CHECK(run(weight("double"), {{"w", 6}}) == Lines{"s3"});
  CHECK(run(weight("double"), {{"w", 5.5}}) == Lines{"s3"});
  CHECK(fault(weight("integer"), {{"w", "many"}}) ==
        "the parameter w is of type integer, and \"many\" is not");
  CHECK(fault(weight("integer"), {{"w", Term::string("5")}}) ==
        "the parameter w is of type integer, and \"5\" is not");
  CHECK(fault(weight("date"), {{"w", "2020-13-01"}}) ==
        "the parameter w is of type date, and \"2020-13-01\" is not");
  CHECK(fault(kAbout, {{"topic", 42}}) ==
        "the parameter topic is of type entity, and "
        "\"42\"^^<http://www.w3.org/2001/XMLSchema#integer> is not");
  const std::string text = "# @param p string\nSELECT ?s { ?s k:polarity $p }";
  CHECK(run(text, {{"p", "positive"}}) == Lines{"s1", "s3"});
  CHECK(run(text, {{"p", "\"positive\""}}) == Lines{"s1", "s3"});
}

TEST_CASE_METHOD(Fixture, "a default is taken when no value is given") {
  const std::string text = "# @param topic entity = UNDP\nSELECT ?s { ?s k:about $topic }";
  CHECK(run(text, {}) == Lines{"s1", "s2"});
  CHECK(run(text, {{"topic", "Oslo"}}) == Lines{"s3"});
}

TEST_CASE_METHOD(Fixture, "a choice must be one of those declared") {
  const std::string text =
      "# @param p string one of \"positive\" \"negative\"\nSELECT ?s { ?s k:polarity $p }";
  CHECK(run(text, {{"p", "negative"}}) == Lines{"s2"});
  CHECK(fault(text, {{"p", "negativ"}}) ==
        "the parameter p is one of positive, negative, not negativ; did you mean negative?");
}

TEST_CASE_METHOD(Fixture, "a list matches any of its values") {
  const std::string text =
      "# @param topics list of entity = UNDP, e:Oslo\n"
      "SELECT ?s { ?s k:about ?topics }";
  CHECK(run(text, {}) == Lines{"s1", "s2", "s3"});
  CHECK(run(text, {{"topics", "Oslo"}}) == Lines{"s3"});
  CHECK(run(text, {{"topics", {"Oslo", Term::iri("urn:dossier:entity:Lund")}}}) == Lines{"s3"});
  CHECK(run(text, {{"topics", std::vector<ParameterValue::Item>{}}}).empty());
  CHECK(fault(kAbout, {{"topic", {"Oslo", "Lund"}}}) ==
        "the parameter topic takes one value, not a list");
  CHECK(fault("# @param x list of entity\nASK {}", {{"x", "Oslo"}}) ==
        "the query has no variable ?x");
}

TEST_CASE_METHOD(Fixture, "a list goes into every form of query") {
  const ParameterValues oslo{{"x", {"e:Oslo", "e:Lund"}}};
  const auto run_form = [&](const std::string& form) {
    const BoundQuery bound = base->bind(form, oslo);
    return base->query(bound.text, bound.options);
  };
  CHECK(run_form("ASK { ?s k:about ?x }").boolean());
  Quad triple;
  QueryResult built = run_form("CONSTRUCT { ?x a k:Topic } { ?s k:about ?x }");
  REQUIRE(built.next(triple));
  CHECK(triple.subject == Term::iri("urn:dossier:entity:Oslo"));
  CHECK_FALSE(built.next(triple));
  QueryResult described = run_form("DESCRIBE ?x");
  CHECK(described.next(triple));
}

TEST_CASE_METHOD(Fixture, "values are bound in updates, too") {
  const auto change = [&](const std::string& text, const ParameterValues& values) {
    const BoundQuery bound = base->bind_update(text, values);
    return base->update(bound.text, bound.options);
  };
  CHECK(change("# @param t list of entity\n"
               "DELETE { ?s k:about ?t } WHERE { ?s k:about ?t } ;\n"
               "INSERT { _:b a k:Marker } WHERE {}",
               {{"t", {"UNDP", "Lund"}}})
            .erased == 2);
  CHECK(base->query("SELECT (COUNT(*) AS ?n) { ?b a k:Marker }").begin()->values()[0] ==
        Term::integer(1));
  CHECK_THROWS_AS(
      change("# @param t list of entity\nDELETE WHERE { ?s k:about ?t }", {{"t", {"Oslo"}}}),
      Error);
  CHECK(change("# @param t entity\nDELETE WHERE { ?s k:about $t }", {{"t", "Oslo"}}).erased == 1);
}
