// SPDX-License-Identifier: Apache-2.0
// What the text index of a store finds.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "some_texts.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

struct Case {
  const char* query;
  const char* texts;
};

}  // namespace

TEST_CASE("Texts are found by words, forms, phrases, beginnings and spelling") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  fill(*store);
  const Case cases[] = {
      {"lake", "Lake Fund 0"},
      {"LAKE fund", "Lake Fund 0"},
      {"zebra", ""},
      {"lake zebra", ""},
      {"\"lake fund\"", "Lake Fund 0"},
      {"\"fund lake\"", ""},
      {"harbour OR kampala", "0 1"},
      {"bergen -harbour", "5"},
      {"cease*", "2"},
      {"\"cease fire\"", "2"},
      {"cease-fire", "2"},
      {"jose nunez", "4"},
      {"90,000", "4"},
      {"90,00", ""},
      {"京", "6"},
      {"leave", "1 5"},
      {"leaving", "1 5"},
      {"left", "1 5"},
      {"president", "5"},
      {"\"leave\"", "5"},
      {"kamapla~", "1"},
      {"talk", "3"},
      {"&  lake", "Lake Fund 0"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.query);
    CHECK(found(*store, each.query) == each.texts);
  }
  CHECK_THROWS_WITH(found(*store, "& - "), Catch::Matchers::Contains("no word"));
  CHECK(store->check().empty());
}

TEST_CASE("What matches is marked, and what no text has is named") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  fill(*store);
  const auto source = store->snapshot();
  const auto marked = [&](std::string_view query, const std::string& text) {
    const TextSearch search(text_index_of(*source), query);
    std::string out = text;
    const auto marks = search.marks(source->find(Term::string(text)), text);
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
      out.insert(mark->end, "]");
      out.insert(mark->begin, "[");
    }
    return out;
  };
  CHECK(marked("leave -zebra", kSentences[1]) ==
        "Anna Keller [left] for Kampala, and the fund [left] too.");
  CHECK(marked("\"peace talks\"", kSentences[3]) ==
        "Talks about peace, [peace talks], and more talks.");
  CHECK(marked("peace talks", kSentences[3]) ==
        "[Talks] about [peace], [peace talks], and more [talks].");
  CHECK(marked("zebra", kSentences[3]) == kSentences[3]);
  const TextSearch search(text_index_of(*source), "lake zebra -gnu (okapi OR fund)");
  CHECK(search.unknown_words() == std::vector<std::string>{"zebra", "okapi"});
  CHECK(similar_words(*text_index_of(*source), "berg") == std::vector<std::string>{});
  CHECK(similar_words(*text_index_of(*source), "bergne") == std::vector<std::string>{"bergen"});
}

TEST_CASE("A transaction finds its own texts, and nobody else does") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  fill(*store);
  const auto before = store->snapshot();
  const auto tx = store->begin();
  tx->insert(sentence(20, "A quagga was seen at the lake."));
  store->set_base_forms("A quagga was seen at the lake.", {{13, 17, "see"}});
  CHECK(found(*tx, "quagga") == "A quagga was seen at the lake.");
  CHECK(found(*tx, "see") == "A quagga was seen at the lake.");
  CHECK(found(*tx, "lake -quagga") == found(*before, "lake"));
  CHECK(found(*store, "quagga").empty());
  tx->rollback();
  CHECK(found(*store, "quagga").empty());
}

}  // namespace dossier::storage
