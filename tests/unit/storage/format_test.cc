// SPDX-License-Identifier: Apache-2.0
// A store written long ago reads as it did then: what is on disk is a promise.
#include <catch2/catch.hpp>
#include <fstream>

#include "loading.h"
#include "quads.h"
#include "storage/disk/database.h"
#include "storage/disk/meta.h"
#include "storage/store.h"
#include "storage/terms/term_runs.h"
#include "storage/text/search.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

std::set<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  std::set<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.insert(line);
  return lines;
}

std::set<std::string> quads_of(const QuadSource& source) {
  std::set<std::string> lines;
  for (const Key& row : scan_all(source, everything(Permutation::spo))) {
    std::string line;
    for (std::size_t i = 0; i < 3; ++i) line += source.term(TermId{row[i]}).to_string() + ' ';
    const TermId graph{row[3]};
    if (graph != TermId::default_graph()) line += source.term(graph).to_string() + ' ';
    lines.insert(line + '.');
  }
  return lines;
}

// What the store of format 4 holds.
std::set<std::string> many_quads() {
  std::set<std::string> lines{
      "<urn:x:a> <urn:x:p> \"01\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
      "<urn:x:a> <urn:x:p> \"a plain string\" <urn:x:g> .",
      "<urn:x:r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> "
      "<<( <urn:x:a> <urn:x:p> <urn:x:thing/7> )>> .",
      "<urn:x:s1> <urn:dossier:vocabulary:text> \"The Lake Fund left Bergen.\" <urn:x:g> .",
      "<urn:x:s2> <urn:dossier:vocabulary:text> \"Nobody left Bergen.\" .",
      "<urn:x:thing/3> <urn:x:p> \"still in the delta\" .",
      "<urn:x:late> <urn:x:p> <urn:x:more/8> .",
  };
  std::string text;  // longer than a page takes
  for (int i = 0; i < 60; ++i) text += "long ";
  lines.insert("<urn:x:a> <urn:x:p> \"" + text + "\" .");
  for (int i = 0; i < 1500; ++i) {
    const std::string n = std::to_string(i);
    lines.insert("<urn:x:thing/" + n + "> <urn:x:p> \"number " + n + " of many\"@" +
                 (i % 2 == 0 ? "EN-gb" : "en-GB") + " .");
    if (i >= 1400) continue;
    lines.insert("<urn:x:thing/" + n + "> <urn:x:later> <urn:x:more/" + n + "> .");
    if (i % 3 != 0) continue;
    lines.insert("<urn:x:more/" + n + "> <urn:x:p> \"later number " + n + "\"@en .");
  }
  return lines;
}

}  // namespace

TEST_CASE("A store of format 2 is read as it is") {
  const fs::path fixture = fs::path(DOSSIER_TEST_DATA) / "format-2";
  const TempDir dir;
  fs::copy(fixture, dir / "kb", fs::copy_options::recursive);
  const auto store = Store::open(dir / "kb", {.mode = OpenMode::read_only});
  CHECK(store->statistics().format_version == 2);
  CHECK(quads_of(*store->snapshot()) == lines_of(fixture / "quads.nq"));
  CHECK(store->check().empty());
  CHECK_FALSE(text_index_of(*store->snapshot())->info().complete);
}

TEST_CASE("A store of format 2 becomes one of the present format when it is opened for writing") {
  const fs::path fixture = fs::path(DOSSIER_TEST_DATA) / "format-2";
  const TempDir dir;
  fs::copy(fixture, dir / "kb", fs::copy_options::recursive);
  // An upgrade that was killed has made the family and no more.
  if (GENERATE(false, true)) {
    Database::open(dir / "kb", OpenMode::existing, 1 << 24)->add(Family::text);
  }
  const auto expected = lines_of(fixture / "quads.nq");
  REQUIRE(expected.size() == 17);
  const auto store = Store::open(dir / "kb", {.mode = OpenMode::existing});
  CHECK(store->statistics().format_version == kFormatVersion);
  CHECK(store->check().empty());
  CHECK(quads_of(*store->snapshot()) == expected);
  const auto tx = store->begin();
  tx->insert(Quad{Term::iri("urn:x:new"), Term::iri("urn:x:p"), Term::string("plain"), {}});
  tx->commit();
  store->compact();
  CHECK(store->statistics().quads == 18);
  CHECK_FALSE(text_index_of(*store->snapshot())->info().complete);
  store->index_text({.more_predicates = {"urn:x:p"}});
  const TextSearch search(text_index_of(*store->snapshot()), "plain");
  CHECK(search.hits().size() == 1);
  CHECK(store->check().empty());
}

TEST_CASE("A store of format 3 is read and written") {
  const fs::path fixture = fs::path(DOSSIER_TEST_DATA) / "format-3";
  const TempDir dir;
  fs::copy(fixture, dir / "kb", fs::copy_options::recursive);
  const auto expected = lines_of(fixture / "quads.nq");
  REQUIRE(expected.size() == 21);
  const auto hits = [](const Store& store, std::string_view words) {
    return TextSearch(text_index_of(*store.snapshot()), words).hits().size();
  };
  {
    const auto store = Store::open(dir / "kb", {.mode = OpenMode::read_only});
    CHECK(quads_of(*store->snapshot()) == expected);
    CHECK(hits(*store, "bergen") == 2);
    CHECK(hits(*store, "\"lake fund\"") == 2);
    CHECK(hits(*store, "leave") == 1);
  }
  const auto store = Store::open(dir / "kb", {.mode = OpenMode::existing});
  CHECK(store->statistics().format_version == kFormatVersion);
  CHECK(store->check().empty());
  const auto tx = store->begin();
  tx->insert(Quad{Term::iri("urn:x:s4"),
                  Term::iri("urn:dossier:vocabulary:text"),
                  Term::string("Nobody left Bergen."),
                  {}});
  tx->commit();
  store->compact();
  CHECK(hits(*store, "bergen") == 3);
  CHECK(store->check().empty());
}

TEST_CASE("A store of format 4, with terms in pages, is read and written") {
  const fs::path fixture = fs::path(DOSSIER_TEST_DATA) / "format-4";
  const TempDir dir;
  fs::copy(fixture, dir / "kb", fs::copy_options::recursive);
  auto expected = many_quads();
  CHECK(quads_of(*Store::open(dir / "kb", {.mode = OpenMode::read_only})->snapshot()) == expected);
  const auto store = Store::open(dir / "kb", {.mode = OpenMode::existing});
  CHECK(store->check().empty());
  const std::uint64_t terms = store->statistics().terms;
  const auto tx = store->begin();
  tx->insert(Quad{Term::iri("urn:x:more/8"), Term::iri("urn:x:later"),
                  Term::lang("number 9 of many", "en-gb"), std::nullopt});
  tx->commit();
  CHECK(store->statistics().terms == terms);
  expected.insert("<urn:x:more/8> <urn:x:later> \"number 9 of many\"@en-GB .");
  CHECK(quads_of(*store->snapshot()) == expected);
  CHECK(store->check().empty());
}

TEST_CASE("A store of format 3 becomes one of the present format, whose loads make pages") {
  const fs::path fixture = fs::path(DOSSIER_TEST_DATA) / "format-3";
  const TempDir dir;
  fs::copy(fixture, dir / "kb", fs::copy_options::recursive);
  auto expected = lines_of(fixture / "quads.nq");
  const auto store = Store::open(dir / "kb", {.mode = OpenMode::existing});
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    const std::string line =
        "<urn:x:f> <urn:x:later> <urn:x:new/" + std::to_string(i) + "/with/a/path> .";
    text += line + '\n';
    expected.insert(line);
  }
  load(*store, write_file(dir / "new.nt", text), kBulk);
  CHECK(store->check().empty());
  CHECK(quads_of(*store->snapshot()) == expected);
  const auto database = Database::open(dir / "kb", OpenMode::read_only, 1 << 24);
  CHECK(decode_runs(*database->get(Family::meta, kRunsKey)).all().size() == 1);
}

}  // namespace dossier::storage
