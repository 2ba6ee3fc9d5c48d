// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/functions/order.h"
#include "tests/unit/engine/functions_support.h"

using dossier::compare_for_order;
using dossier::OrderKey;
using dossier::TermId;
using dossier::test::term;

namespace {

/// Ascending; terms of one row are equivalent.
const std::vector<std::vector<const char*>> kAscending = {
    {""},
    {"_:a"},
    {"<http://a>"},
    {"<http://b>"},
    {"\"-INF\"^^xsd:double", "\"-INF\"^^xsd:float"},
    {"-100000000000000000000000"},
    {"-1.5", "-1.5e0"},
    {"\"-0.0E0\"^^xsd:double", "0", "0.0", "0e0"},
    {"0.1"},
    {"0.1e0"},
    {"1", "1.0", "1e0", "\"01\"^^xsd:integer", "\"1\"^^xsd:int", "\"1\"^^xsd:float"},
    {"9007199254740992", "9007199254740992e0"},
    {"9007199254740993"},
    {"9007199254740994"},
    {"\"INF\"^^xsd:double"},
    {"\"NaN\"^^xsd:double", "\"NaN\"^^xsd:float"},
    {"false", "\"0\"^^xsd:boolean"},
    {"true"},
    {"\"-0044-03-15T00:00:00Z\"^^xsd:dateTime"},
    {"\"2024-01-01T00:00:00\"^^xsd:dateTime"},
    {"\"2024-01-01T00:00:00Z\"^^xsd:dateTime", "\"2024-01-01T01:00:00+01:00\"^^xsd:dateTime"},
    {"\"2024-01-01T00:00:00.5\"^^xsd:dateTime"},
    {"\"2024-01-01\"^^xsd:date"},
    {"\"2024-01-02\"^^xsd:date"},
    {"\"10:00:00\"^^xsd:time"},
    {"\"2023\"^^xsd:gYear"},
    {"\"2024\"^^xsd:gYear"},
    {"\"2023-12\"^^xsd:gYearMonth"},
    {"\"-P1D\"^^xsd:dayTimeDuration"},
    {"\"P1D\"^^xsd:dayTimeDuration", "\"PT24H\"^^xsd:duration"},
    {"\"P1M\"^^xsd:duration"},
    {"\"\""},
    {"\"Z\""},
    {"\"a\""},
    {"\"a long string\""},
    {"\"b\""},
    {"\"\xC3\xA4\""},
    {"\"a\"@de"},
    {"\"a\"@en"},
    {"\"ab\"@de"},
    {"\"a\"^^<http://t>"},
    {"\"b\"^^<http://t>"},
    {"\"x\"^^xsd:integer"},
    {"<<( <http://a> <http://p> 1 )>>", "<<( <http://a> <http://p> 1.0 )>>"},
    {"<<( <http://a> <http://p> 2 )>>"},
};

/// As a sort makes them: bound values once each, in the order of their ids.
std::vector<OrderKey> keys_of(const dossier::TermTable& terms, const std::vector<TermId>& ids) {
  std::vector<TermId> sorted;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(sorted), [](TermId id) { return id; });
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<OrderKey> made(sorted.size());
  std::size_t kept = 0;
  make_order_keys(*terms.reader(), sorted, made, [&](std::size_t bytes) { kept += bytes; });
  CHECK(kept > 0);
  std::vector<OrderKey> keys;
  for (const TermId id : ids) {
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), id) - sorted.begin();
    keys.push_back(id ? made[static_cast<std::size_t>(place)] : OrderKey());
  }
  return keys;
}

}  // namespace

TEST_CASE("order: total, by kind and then by value") {
  dossier::test::Workbench bench;
  struct Entry {
    TermId id;
    std::size_t rank;
  };
  std::vector<Entry> entries;
  std::vector<TermId> ids;
  for (std::size_t rank = 0; rank < kAscending.size(); ++rank) {
    for (const std::string text : kAscending[rank]) {
      const TermId id = text.empty() ? TermId::none() : bench.terms.intern(term(text));
      entries.push_back({id, rank});
      ids.push_back(id);
    }
  }
  const std::vector<OrderKey> keys = keys_of(bench.terms, ids);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (std::size_t k = 0; k < entries.size(); ++k) {
      const std::weak_ordering expected = entries[i].rank <=> entries[k].rank;
      INFO(i << " and " << k << ": ranks " << entries[i].rank << " and " << entries[k].rank);
      CHECK(compare_for_order(bench.terms, entries[i].id, entries[k].id) == expected);
      CHECK((keys[i] <=> keys[k]) == expected);
      if (expected < 0) CHECK(keys[i].head(0) <= keys[k].head(0));
      if (expected == 0) CHECK(keys[i].head(0) == keys[k].head(0));
    }
  }
}

TEST_CASE("order: the first bits of texts come behind what all of them begin with") {
  dossier::test::Workbench bench;
  std::vector<TermId> ids;
  for (const char* text : {"\"a long common beginning\"", "\"a long common beginning 2\"",
                           "\"a long common beginning 3 and more\""})
    ids.push_back(bench.terms.intern(term(text)));
  const std::vector<OrderKey> keys = keys_of(bench.terms, ids);
  std::string_view common = *keys[0].text();
  for (const OrderKey& key : keys) common = dossier::common_start(common, *key.text());
  CHECK(common == "a long common beginning");
  CHECK(keys[0].head(0) == keys[2].head(0));
  CHECK(keys[0].head(common.size()) < keys[1].head(common.size()));
  CHECK(keys[1].head(common.size()) < keys[2].head(common.size()));
  CHECK(dossier::common_start("", "a").empty());
  CHECK(dossier::common_start("ab", "ab") == "ab");
}
