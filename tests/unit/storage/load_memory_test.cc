// SPDX-License-Identifier: Apache-2.0
// Loading from streams and generators, and in little memory.
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <sstream>
#include <stdexcept>

#include "dossier/rdf.h"
#include "error_code.h"
#include "loading.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

std::vector<Quad> quads_of(const std::string& text) {
  std::vector<Quad> quads;
  parse_rdf(text, {}, [&](Quad&& quad) { quads.push_back(std::move(quad)); });
  return quads;
}

QuadGenerator generate(const std::vector<Quad>& quads) {
  return [&quads, i = std::size_t{0}](Quad& quad) mutable {
    if (i == quads.size()) return false;
    quad = quads[i++];
    return true;
  };
}

Quad fact(int i) {
  return {Term::iri("urn:s" + std::to_string(i)), Term::iri("urn:p"), Term::integer(i),
          std::nullopt};
}

}  // namespace

TEST_CASE("A stream and a generator load what a file loads, small or large") {
  const auto [lines, options] = GENERATE(table<int, LoadOptions>({{500, {}}, {14'000, kTiny}}));
  const TempDir dir;
  const std::string text = document(7, lines);
  const auto from_file = Store::open(dir / "file");
  const LoadReport report = load(*from_file, write_file(dir / "a.nq", text), options);
  const auto from_stream = Store::open(dir / "stream");
  std::istringstream stream(text);
  CHECK(from_stream->load(stream, LoadInput{.path = "text"}, options).added == report.added);
  const auto from_generator = Store::open(dir / "generator");
  const std::vector<Quad> quads = quads_of(text);
  CHECK(from_generator->load(generate(quads), options).added == report.added);
  CHECK(content(*from_stream) == content(*from_file));
  CHECK(content(*from_generator) == content(*from_file));
  require_same_permutations(*from_generator);
}

TEST_CASE("A packed stream is unpacked, and its faults have a name and a place") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  std::istringstream packed(gzip("<urn:a> <urn:b> <urn:c> .\n"));
  CHECK(store->load(packed, LoadInput{.path = "packed"}).added == 1);
  std::istringstream bad("<urn:a> <urn:b> <urn:d> .\n<urn:a> <urn:b> oops .\n");
  try {
    store->load(bad, LoadInput{.path = "the answer"});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::syntax);
    CHECK(error.file() == "the answer");
    CHECK(error.position()->line == 2);
  }
  CHECK(store->statistics().quads == 1);
}

TEST_CASE("Turtle from a stream without a base has no relative IRIs") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  std::istringstream text("<foo> a <http://e/T> .");
  const LoadInput input{.path = "text", .format = RdfFormat::turtle};
  CHECK(code_of([&] { store->load(text, input); }) == ErrorCode::syntax);
  std::istringstream again(text.str());
  const LoadInput with_base{.path = "text", .format = RdfFormat::turtle, .base = "http://e/"};
  CHECK(store->load(again, with_base).added == 1);
}

TEST_CASE("The graph of a load is an IRI or a blank node") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  for (const Term& graph : {Term::string("x"), Term::iri("relative"), Term::iri("urn:a b"),
                            Term::triple({Term::iri("urn:a"), Term::iri("urn:a"), Term()})}) {
    std::istringstream text("<urn:a> <urn:b> <urn:c> .\n");
    CHECK(code_of([&] { store->load(text, LoadInput{.path = "text", .graph = graph}); }) ==
          ErrorCode::usage);
  }
  CHECK(store->statistics().quads == 0);
}

TEST_CASE("A generator's quad that is not RDF is refused, by number, and nothing is loaded") {
  const auto [count, options] = GENERATE(table<int, LoadOptions>({{100, {}}, {20'000, kTiny}}));
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const int bad = count - 3;
  int i = 0;
  const auto generator = [&](Quad& quad) {
    if (i == count) return false;
    quad = fact(i++);
    if (i == bad) quad.subject = Term::string("literal");
    return true;
  };
  const std::string message = "quad " + std::to_string(bad) + " of the generator: the subject";
  CHECK_THROWS_WITH(store->load(generator, options), Catch::Contains(message));
  CHECK(store->statistics().quads == 0);
  CHECK(store->statistics().terms == 0);
}

TEST_CASE("What a generator throws comes out of load(), and nothing is loaded") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  int i = 0;
  const auto generator = [&](Quad& quad) {
    if (i == 30'000) throw std::runtime_error("the source is gone");
    quad = fact(i++);
    return true;
  };
  CHECK_THROWS_AS(store->load(generator, kTiny), std::runtime_error);
  CHECK(store->statistics().quads == 0);
  CHECK(store->load([](Quad&) { return false; }).read == 0);
}

TEST_CASE("A generator has no bad lines to skip") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  LoadOptions options;
  options.bad_lines_path = dir / "bad";
  CHECK(code_of([&] { store->load([](Quad&) { return false; }, options); }) == ErrorCode::usage);
}

TEST_CASE("A long load in little memory needs no more files than a process may open") {
  const TempDir dir;
  const std::string path = write_file(dir / "a.nq", document(12, 300'000));
  const auto store = Store::open(dir / "kb");
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
  const rlimit few{800, before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_NOFILE, &few) == 0);
  const std::uint64_t added = load(*store, path, {.memory_bytes = 1, .threads = 4}).added;
  REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
  CHECK(added > 240'000);
  CHECK(store->check().empty());
}

}  // namespace dossier::storage
