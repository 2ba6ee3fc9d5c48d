// SPDX-License-Identifier: Apache-2.0
// Data, update requests and the quads they must leave, as text files: updates/*.case.
//
// Blocks of a case: "data" (TriG) fills an empty knowledge base; "update [strict]" runs a request,
// with parameters in lines "#$ NAME TERM"; then "quads" (TriG) are all there are, or "error" is the
// message, and the quads are what they were.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "graph_case.h"
#include "temporary_base.h"
#include "tests/case_file.h"

using namespace dossier;

namespace {

using Lines = std::multiset<std::string>;

std::string line_of(const Quad& quad) {
  std::string line = show(quad.subject) + " " + show(quad.predicate) + " " + show(quad.object);
  return quad.graph ? line + " " + show(*quad.graph) : line;
}

Lines lines_of(const std::vector<Quad>& quads) {
  Lines lines;
  for (const Quad& quad : quads) lines.insert(line_of(quad));
  return lines;
}

Lines stored(KnowledgeBase& base) {
  Lines lines;
  base.dump([&lines](const Quad& quad) { lines.insert(line_of(quad)); });
  return lines;
}

void fill(KnowledgeBase& base, const std::string& trig) {
  base.update("CLEAR ALL");
  Transaction transaction = base.begin();
  for (const Quad& quad : quads_of(trig)) transaction.insert(quad);
  transaction.commit(Durability::relaxed);
}

void check_update(KnowledgeBase& base, const test::Step& request, const test::Step& expected) {
  INFO(request.text);
  QueryOptions options;
  options.prefixes["x"] = "urn:x:";
  options.parameters = parameters_of(request.text);
  if (request.words.find("strict") != std::string::npos)
    options.default_graph = DefaultGraph::strict;
  if (expected.kind != "error") {
    base.update(request.text, options);
    CHECK(stored(base) == lines_of(quads_of(expected.text)));
    return;
  }
  const Lines before = stored(base);
  try {
    base.update(request.text, options);
    FAIL_CHECK("no error");
  } catch (const Error& error) {
    CHECK_THAT(error.what(), Catch::Contains(test::lines_of(expected.text).at(0)));
  }
  CHECK(stored(base) == before);
}

}  // namespace

TEST_CASE("updates leave the quads their files say") {
  TemporaryBase base;
  for (const test::Case& one : test::read_cases(DOSSIER_TEST_DATA "/updates")) {
    INFO(one.where());
    fill(*base, one.only("data").text);
    REQUIRE(one.steps.size() % 2 == 1);
    for (std::size_t i = 1; i < one.steps.size(); i += 2) {
      REQUIRE(one.steps[i].kind == "update");
      check_update(*base, one.steps[i], one.steps[i + 1]);
    }
  }
}
