// SPDX-License-Identifier: Apache-2.0
// Waiting for another writer: it can end, and no thread waits for itself.
#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <sstream>

#include "dossier/error.h"
#include "error_code.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

using std::chrono::milliseconds;

const Quad kQuad{Term::iri("urn:s"), Term::iri("urn:p"), Term::integer(1), std::nullopt};

/// Another thread's transaction, open until this object is destroyed.
class OtherWriter {
 public:
  explicit OtherWriter(Store& store)
      : writes_(std::async(std::launch::async, [&store] { return store.begin(); }).get()) {}

 private:
  std::unique_ptr<WriteTransaction> writes_;
};

}  // namespace

TEST_CASE("A time limit ends the wait for another writer") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const OtherWriter other(*store);
  CHECK(code_of([&] { store->begin({.timeout = milliseconds(20)}); }) == ErrorCode::timeout);
  CHECK(code_of([&] { store->begin({.timeout = milliseconds(0)}); }) == ErrorCode::timeout);
}

TEST_CASE("A cancellation ends the wait for another writer") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const OtherWriter other(*store);
  int asked = 0;
  CHECK(code_of([&] { store->begin({.stopped = [&] { return ++asked == 3; }}); }) ==
        ErrorCode::cancelled);
  CHECK(asked == 3);
}

TEST_CASE("A thread that holds a transaction is refused at once instead of waiting for itself") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const auto tx = store->begin();
  CHECK(code_of([&] { store->begin(); }) == ErrorCode::usage);
  CHECK(code_of([&] { store->try_begin(); }) == ErrorCode::usage);
  CHECK(code_of([&] { store->compact(); }) == ErrorCode::usage);
  std::istringstream text("<urn:a> <urn:b> <urn:c> .\n");
  CHECK(code_of([&] { store->load(text, LoadInput{.path = "text"}); }) == ErrorCode::usage);
  tx->rollback();
  store->begin()->commit();
}

TEST_CASE("The thread that began a transaction holds it until it ends, wherever that is") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  auto tx = store->begin();
  std::async(std::launch::async, [&, moved = std::move(tx)]() mutable {
    CHECK(store->try_begin() == nullptr);
    moved->commit();
    CHECK(store->try_begin() != nullptr);
  }).get();
  store->begin()->commit();
}

TEST_CASE("try_begin() gives nothing while another thread writes") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  {
    const OtherWriter other(*store);
    CHECK(store->try_begin() == nullptr);
  }
  const auto tx = store->try_begin();
  REQUIRE(tx);
  tx->insert(kQuad);
  tx->commit();
  CHECK(store->statistics().quads == 1);
}

TEST_CASE("A load and a compaction that wait for another writer can be stopped") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const OtherWriter other(*store);
  std::istringstream text("<urn:a> <urn:b> <urn:c> .\n");
  LoadOptions options;
  int calls = 0;
  options.progress = [&](const Progress&) { return ++calls == 1; };  // true while parsing
  CHECK(code_of([&] { store->load(text, LoadInput{.path = "text"}, options); }) ==
        ErrorCode::cancelled);
  store->compact([](const Progress&) { return false; });
  CHECK(store->statistics().quads == 0);
}

TEST_CASE("A generator that writes to the store it fills is refused") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  std::unique_ptr<WriteTransaction> tx;
  CHECK(code_of([&] {
          store->load([&](Quad&) {
            tx = store->begin();
            return false;
          });
        }) == ErrorCode::usage);
}

}  // namespace dossier::storage
