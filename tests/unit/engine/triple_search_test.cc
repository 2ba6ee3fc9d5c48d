// SPDX-License-Identifier: Apache-2.0
// Triple terms of which the subject is known are searched for by it; the answers are those of
// taking all terms apart.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

namespace {

using Lines = std::multiset<std::string>;

const std::string kPrefixes =
    "PREFIX : <http://t/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ";

// Facts of 40 subjects, each by three predicates of seven objects, and each with a source.
std::string facts(int first, int last) {
  std::string text = kPrefixes + "INSERT DATA {";
  for (int i = first; i < last; ++i) {
    const std::string s = ":s" + std::to_string(i % 40);
    const std::string p = ":p" + std::to_string(i % 3);
    const std::string o = i % 41 == 0 ? s : ":o" + std::to_string(i % 7);
    const std::string f = ":f" + std::to_string(i);
    text += f + " rdf:reifies <<( " + s + " " + p + " " + o + " )>> ; :from :d" +
            std::to_string(i % 11) + " .\n";
  }
  return text + "}";
}

template <typename From>
Lines lines(From& from, const std::string& text, const QueryOptions& options = {}) {
  Lines found;
  for (const Row& row : from.query(kPrefixes + text, options)) {
    std::string line;
    for (const auto& value : row.values()) line += value ? value->to_string() + " " : "- ";
    found.insert(line);
  }
  return found;
}

/// The pattern, and the same where no subject is known before the terms are taken apart.
template <typename From>
void check_same(From& from, const std::string& known, const std::string& late) {
  const Lines expected = lines(from, late);
  CHECK_FALSE(expected.empty());
  CHECK(lines(from, known) == expected);
}

template <typename From>
void check_all(From& from) {
  check_same(from, "SELECT ?f ?p ?o { ?f rdf:reifies <<( :s7 ?p ?o )>> }",
             "SELECT ?f ?p ?o { ?f rdf:reifies <<( ?s ?p ?o )>> FILTER(STR(?s) = STR(:s7)) }");
  check_same(from, "SELECT ?f ?o ?d { ?f rdf:reifies <<( :s8 :p1 ?o )>> ; :from ?d }",
             "SELECT ?f ?o ?d { ?f rdf:reifies <<( ?s ?p ?o )>> ; :from ?d "
             "FILTER(STR(?s) = STR(:s8) && STR(?p) = STR(:p1)) }");
  check_same(from, "SELECT ?f ?p { ?f rdf:reifies <<( :s9 ?p :o2 )>> }",
             "SELECT ?f ?p { ?f rdf:reifies <<( ?s ?p ?o )>> "
             "FILTER(STR(?s) = STR(:s9) && STR(?o) = STR(:o2)) }");
  check_same(from,
             "SELECT ?f ?g { ?f rdf:reifies <<( :s1 ?p ?o )>> . ?g rdf:reifies <<( :s2 ?q ?o )>> }",
             "SELECT ?f ?g { ?f rdf:reifies <<( ?s ?p ?o )>> . ?g rdf:reifies <<( ?t ?q ?o )>> "
             "FILTER(STR(?s) = STR(:s1) && STR(?t) = STR(:s2)) }");
  CHECK(lines(from, "SELECT ?f { ?f rdf:reifies <<( :nobody ?p ?o )>> }").empty());
  CHECK(lines(from, "SELECT ?f { ?f rdf:reifies <<( :s7 :never ?o )>> }").empty());
}

}  // namespace

TEST_CASE("triple terms with a known subject", "[triple_terms]") {
  TemporaryBase base;
  base->update(facts(0, 400));
  check_all(*base);

  QueryOptions options;
  for (const char* subject : {"s7", "s8", "nobody"}) {
    options.parameters["who"] = Term::iri(std::string("http://t/") + subject);
    const std::string same = std::string("SELECT ?f ?p { ?f rdf:reifies <<( :") + subject;
    CHECK(lines(*base, "SELECT ?f ?p { ?f rdf:reifies <<( $who ?p ?o )>> }", options) ==
          lines(*base, same + " ?p ?o )>> }"));
  }
  const std::string plan =
      base->explain(kPrefixes + "SELECT ?f ?p ?o { ?f rdf:reifies <<( :s7 ?p ?o )>> }");
  INFO(plan);
  CHECK(plan.find("search ") != std::string::npos);
}

TEST_CASE("triple terms of a transaction with a known subject", "[triple_terms]") {
  TemporaryBase base;
  base->update(facts(0, 200));
  Transaction transaction = base->begin();
  transaction.update(facts(200, 400));
  check_all(transaction);
}
