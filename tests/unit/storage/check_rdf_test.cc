// SPDX-License-Identifier: Apache-2.0
// check() finds what is not RDF, and also checks a store that is open read-only.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "dossier/error.h"
#include "storage/store.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

bool tells(const std::vector<Fault>& faults, std::string_view where, std::string_view what) {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
    return fault.where.find(where) != std::string::npos &&
           fault.what.find(what) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("check() finds quads and terms that are not RDF") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const auto tx = store->begin();
  const Term s = Term::iri("urn:s");
  const Term p = Term::iri("urn:p");
  const Term literal = Term::string("a literal");
  // The internal interface checks nothing: parsers and Transaction::insert() do.
  tx->insert(Quad{literal, p, s, std::nullopt});
  tx->insert(Quad{s, Term::integer(1), s, std::nullopt});
  tx->insert(Quad{s, Term::blank_node("x"), s, std::nullopt});
  tx->insert(Quad{s, p, s, literal});
  tx->insert(Quad{s, p, Term::triple({literal, p, s}), std::nullopt});
  tx->insert(Quad{s, p, Term::iri("relative"), std::nullopt});
  tx->insert(Quad{s, p, Term::string("broken \xff\xfe text"), std::nullopt});
  tx->insert(Quad{s, p, Term::lang("x", "not a tag!!"), std::nullopt});
  tx->commit();
  const auto faults = store->check();
  CHECK(tells(faults, "quad (", "the subject is no IRI or blank node"));
  CHECK(tells(faults, "quad (", "the predicate is no IRI"));
  CHECK(tells(faults, "quad (", "the graph is no IRI or blank node"));
  CHECK(tells(faults, "term 6:1", "a triple term's subject"));
  CHECK(tells(faults, "term 2:", "relative IRI: \"relative\""));
  CHECK(tells(faults, "term 3:", "not valid UTF-8"));
  CHECK(tells(faults, "term 4:", "malformed language tag: \"not a tag!!\""));
  CHECK(faults.size() == 8);
}

TEST_CASE("check() finds damaged files also in a store that is open read-only") {
  const TempDir dir;
  {
    const auto store = Store::open(dir / "kb");
    const auto tx = store->begin();
    for (int i = 0; i < 800; ++i) {
      tx->insert(Quad{Term::iri("urn:s" + std::to_string(i)), Term::iri("urn:p"),
                      Term::string("the name of number " + std::to_string(i)), std::nullopt});
    }
    tx->commit();
    store->compact();
  }
  const auto check = [&] {
    return Store::open(dir / "kb", {.mode = OpenMode::read_only})->check();
  };
  CHECK(check().empty());
  // In the last quarter of a file stand filters and indexes. Either opening or check() must see it.
  for (const auto& file : std::filesystem::directory_iterator(dir / "kb/db")) {
    if (file.path().extension() != ".sst") continue;
    std::fstream damaged(file.path(), std::ios::in | std::ios::out | std::ios::binary);
    damaged.seekp(static_cast<std::streamoff>(file.file_size() * 3 / 4));
    damaged.put('\x11').put('\x22').put('\x33');
  }
  std::vector<Fault> faults;
  try {
    faults = check();
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::storage);
    return;
  }
  CHECK_FALSE(faults.empty());
}

}  // namespace dossier::storage
