// SPDX-License-Identifier: Apache-2.0
// The text index keeps up with the quads.
#include <catch2/catch.hpp>
#include <string>

#include "error_code.h"
#include "some_texts.h"
#include "storage/disk/batch.h"
#include "storage/text/keys.h"
#include "storage/text/postings.h"
#include "temp_dir.h"

namespace dossier::storage {

TEST_CASE("The index is the same however often a text comes, and after the store is opened again") {
  const TempDir dir;
  std::uint64_t texts = 0;
  {
    const auto store = Store::open(dir / "kb");
    fill(*store);
    texts = info_of(*store).texts;
    CHECK(texts == kSentences.size() + 1);
    for (int round = 0; round < 3; ++round) {
      const auto tx = store->begin();
      for (std::size_t i = 0; i < kSentences.size(); ++i)
        tx->erase(sentence(int(i), kSentences[i]));
      tx->commit();
      CHECK(store->check().empty());
      const auto again = store->begin();
      again->insert(sentence(round, kSentences[1]));
      again->commit();
    }
    fill(*store);
    CHECK(info_of(*store).texts == texts);
    CHECK(found(*store, "leave") == "1 5");
  }
  const auto store = Store::open(dir / "kb", {.mode = OpenMode::read_only});
  CHECK(info_of(*store).texts == texts);
  CHECK(found(*store, "leaving") == "1 5");
  CHECK(store->check().empty());
}

TEST_CASE("compact() removes texts that no quad has any more, and keeps base forms") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  fill(*store);
  const auto tx = store->begin();
  tx->erase(sentence(0, kSentences[0]));
  tx->commit();
  CHECK(found(*store, "harbour") == "0");
  store->compact();
  CHECK(found(*store, "harbour").empty());
  CHECK(found(*store, "lake") == "Lake Fund");
  CHECK(found(*store, "leave") == "1 5");
  CHECK(info_of(*store).texts == kSentences.size());
  CHECK(store->check().empty());
}

TEST_CASE("After a load of much data the index is incomplete, and index_text() completes it") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  int number = 0;
  const QuadGenerator generator = [&](Quad& quad) {
    quad = sentence(number, "Report " + std::to_string(number) + " mentions the lake.");
    return ++number <= 200'000;
  };
  store->load(generator);
  CHECK_FALSE(info_of(*store).complete);
  CHECK(store->check().empty());
  CHECK(code_of([&] { found(*store, "lake"); }) == ErrorCode::usage);
  fill(*store);  // a transaction does not complete it
  CHECK_FALSE(info_of(*store).complete);
  CHECK(code_of([&] { store->index_text({.progress = [](const Progress&) { return false; }}); }) ==
        ErrorCode::cancelled);
  CHECK_FALSE(info_of(*store).complete);
  store->index_text();
  CHECK(info_of(*store).complete);
  CHECK(info_of(*store).texts == 200'000 + kSentences.size() + 1);
  CHECK(found(*store, "\"report 777\"") == "Report 777 mentions the lake.");
  CHECK(found(*store, "leave") == "1 5");
  CHECK(TextSearch(text_index_of(*store->snapshot()), "lake").hits().size() == 200'002);
  CHECK(store->check().empty());
}

TEST_CASE("A load without texts leaves a complete index complete") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  fill(*store);
  int number = 0;
  store->load(QuadGenerator([&](Quad& quad) {
    quad = {Term::iri("urn:n"), Term::iri("urn:p"), Term::integer(number), {}};
    return ++number <= 200'000;
  }));
  CHECK(info_of(*store).complete);
  CHECK(found(*store, "kampala") == "1");
}

TEST_CASE("Further predicates are indexed from then on") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  fill(*store);
  CHECK(found(*store, "interest").empty());
  store->index_text({.more_predicates = {"urn:note"}});
  CHECK(found(*store, "interest") == "lake of no interest");
  const auto tx = store->begin();
  tx->insert(Quad{Term::blank_node("n"), Term::iri("urn:note"), Term::string("A zebra."), {}});
  tx->commit();
  CHECK(found(*store, "zebra") == "A zebra.");
  CHECK(store->check().empty());
}

TEST_CASE("check() finds rows of the text index that are missing or damaged") {
  const auto faults_after = [](const std::string& value) {
    const TempDir dir;
    fill(*Store::open(dir / "kb"));
    {
      const auto database = Database::open(dir / "kb", OpenMode::existing, 1 << 24);
      Batch batch(*database);
      database->each(Family::text, rows_of(TextTag::word, "harbour"), nullptr,
                     [&](std::string_view key, std::string_view) {
                       if (value.empty())
                         batch.erase(Family::text, key);
                       else
                         batch.put(Family::text, key, value);
                       return true;
                     });
      batch.write(Durability::synced);
    }
    std::string out;
    for (const Fault& fault : Store::open(dir / "kb")->check())
      out += fault.where + ": " + fault.what + "\n";
    return out;
  };
  CHECK_THAT(faults_after(""), Catch::Contains("text w harbour: a text with this word is missing"));
  CHECK_THAT(faults_after("\x05"), Catch::Contains("text w harbour: a row of the text index is"));
  const std::vector<std::uint32_t> elsewhere{9};
  Postings wrong;
  wrong.add(3, 1, elsewhere);
  CHECK_THAT(faults_after(encode_postings(wrong)), Catch::Contains("text w harbour: a text"));
}

}  // namespace dossier::storage
