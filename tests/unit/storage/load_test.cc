// SPDX-License-Identifier: Apache-2.0
// Loading files: small ones, ones beyond the memory budget, packed, merged, stopped and bad.
#include <catch2/catch.hpp>

#include "dossier/error.h"
#include "loading.h"
#include "quads.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {

TEST_CASE("A bulk load gives what transactions give, on an empty and on a full store") {
  const TempDir dir;
  const std::string first = write_file(dir / "first.nq", document(1, 14'000));
  const std::string second = write_file(dir / "second.nq", document(2, 8'000));
  const auto small = Store::open(dir / "small");  // with room for all, no bulk load
  auto bulk = Store::open(dir / "bulk");
  for (const std::string& file : {first, second}) {
    const LoadReport a = load(*small, file);
    const LoadReport b = load(*bulk, file, kTiny);
    CHECK(a.read == b.read);
    CHECK(a.added == b.added);
    REQUIRE(content(*small) == content(*bulk));
    require_same_permutations(*bulk);
  }
  CHECK(small->statistics().terms == bulk->statistics().terms);
  CHECK(bulk->statistics().blocks > 7);
  CHECK(bulk->statistics().delta_quads == 0);
  bulk.reset();
  bulk = Store::open(dir / "bulk");
  REQUIRE(content(*small) == content(*bulk));
  CHECK_FALSE(std::filesystem::exists(dir / "bulk/load"));
}

TEST_CASE("A bulk load merges with changes that are not folded yet, and can be changed after") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const Quad kept{Term::iri("urn:r1"), Term::iri("urn:p1"), Term::iri("urn:r2"), std::nullopt};
  auto tx = store->begin();
  tx->insert(kept);
  tx->commit();
  tx.reset();
  load(*store, write_file(dir / "a.nq", document(3, 14'000)), kTiny);
  const std::uint64_t before = store->statistics().quads;
  tx = store->begin();
  tx->erase(kept);
  tx->insert(Quad{kept.subject, kept.predicate, Term::integer(-1), std::nullopt});
  CHECK(tx->erased() == 1);
  tx->commit();
  CHECK(store->statistics().quads == before);
  store->compact();
  require_same_permutations(*store);
}

TEST_CASE("Triple terms load, nested ones and ones the store has") {
  const TempDir dir;
  std::string text = "PREFIX : <urn:>\n";
  for (int i = 0; i < 8'000; ++i) {
    const std::string n = std::to_string(i % 5000);
    text += ":f" + n + " :reifies <<( :s" + n + " :p \"value " + n + "\" )>> .\n";
    if (i % 10 == 0) text += ":g" + n + " :says <<( :a :b <<( :s" + n + " :p :q )>> )>> .\n";
  }
  const LoadInput input{.path = write_file(dir / "t.ttl", text),
                        .format = RdfFormat::turtle,
                        .base = {},
                        .graph = Term::iri("urn:graph")};
  const auto small = Store::open(dir / "small");
  const auto bulk = Store::open(dir / "bulk");
  auto tx = bulk->begin();
  tx->insert({Term::iri("urn:x"), Term::iri("urn:y"),
              Term::triple({Term::iri("urn:s1"), Term::iri("urn:p"), Term::string("value 1")}),
              Term::iri("urn:graph")});
  tx->commit();
  tx.reset();
  small->load(std::span(&input, 1));
  bulk->load(std::span(&input, 1), kTiny);
  auto want = content(*small);
  want.insert("<urn:y> <urn:x> <<( <urn:s1> <urn:p> \"value 1\" )>> <urn:graph> ");
  REQUIRE(content(*bulk) == want);
  require_same_permutations(*bulk);
}

TEST_CASE("Packed files load") {
  const TempDir dir;
  const std::string text = document(4, 3000);
  const auto plain = Store::open(dir / "plain");
  load(*plain, write_file(dir / "a.nq", text));
  const auto packed = Store::open(dir / "gz");
  const std::string half = text.substr(0, text.find('\n', text.size() / 2) + 1);
  load(*packed, write_file(dir / "a.nq.gz", gzip(half) + gzip(text.substr(half.size()))));
  CHECK(content(*packed) == content(*plain));
  const auto zst = Store::open(dir / "zst");
  load(*zst, write_file(dir / "a.nq.zst", zstd(text)));
  CHECK(content(*zst) == content(*plain));
  for (const auto& [start, packer] :
       std::vector<std::pair<std::string, std::string>>{{std::string("\xFD"
                                                                     "7zXZ\0",
                                                                     6),
                                                         "xz"},
                                                        {"BZh91AY&SY", "bzip2"},
                                                        {"\x04\x22\x4D\x18", "lz4"}}) {
    const std::string path = write_file(dir / ("a.nq." + packer), start + text);
    CHECK_THROWS_WITH(load(*zst, path), "cannot read " + path + ": it is packed by " + packer +
                                            ", which is not read; unpack it with " + packer +
                                            " -d");
  }
  std::string cut = gzip(text);
  cut.resize(cut.size() / 2);
  CHECK_THROWS_AS(load(*zst, write_file(dir / "cut.gz", cut)), Error);
  std::string bad = zstd(text);
  bad[bad.size() / 2] ^= 0x55;
  bad[bad.size() / 3] ^= 0x55;
  CHECK_THROWS_AS(load(*zst, write_file(dir / "bad.zst", bad)), Error);
  CHECK(content(*zst) == content(*plain));
}

TEST_CASE("A bad line, a missing file or a stop leaves the store as it was") {
  const TempDir dir;
  const std::string good = document(5, 14'000);
  const std::string path = write_file(dir / "bad.nq", good + "<urn:a> <urn:b> oops .\n");
  for (const std::size_t budget : {kTinyBudget, std::size_t{512} << 20}) {
    const std::string kb = dir / ("kb" + std::to_string(budget));
    const auto store = Store::open(kb);
    try {
      load(*store, path, {.memory_bytes = budget});
      FAIL("the bad line went in");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::syntax);
      CHECK(error.file() == path);
      CHECK(error.position()->line == 14'001);
    }
    CHECK_THROWS_AS(load(*store, dir / "missing.nq"), Error);
    const std::string fine = write_file(dir / "fine.nq", good);
    for (int stop_at = 1; stop_at < 99; ++stop_at) {
      int calls = 0;
      try {
        const auto go_on = [&](const Progress&) { return ++calls < stop_at; };
        load(*store, fine, {.progress = go_on, .memory_bytes = budget});
        CHECK(calls < stop_at);
        break;
      } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::cancelled);
        CHECK(store->statistics().quads == 0);
        CHECK(store->statistics().terms == 0);
      }
    }
    CHECK_FALSE(std::filesystem::exists(kb + "/load"));
  }
}

}  // namespace dossier::storage
