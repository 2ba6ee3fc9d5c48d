// SPDX-License-Identifier: Apache-2.0
// Functions over many texts of a store: those that lie beside each other are read in one go.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "temporary_base.h"

using namespace dossier;

namespace {

constexpr int kTexts = 600;

std::string text(int i) { return "the Text with the number " + std::to_string(i); }

/// 600 different texts, each of them at two subjects; before, between and behind them numbers and
/// short texts, which are not in the dictionary.
void fill(TemporaryBase& base) {
  std::string data = "PREFIX x: <urn:x:> INSERT DATA {";
  for (int i = 0; i < kTexts; ++i) {
    for (const char* name : {"a", "b"})
      data += " x:" + (name + std::to_string(i)) + " x:text \"" + text(i) + "\" .";
    data += " x:c" + std::to_string(i) + " x:text " + std::to_string(i) + " , \"t" +
            std::to_string(i) + "\" .";
  }
  base->update(data + "}");
}

std::string only_value(TemporaryBase& base, const std::string& query,
                       const QueryOptions& options = {}) {
  std::string value;
  for (const Row& row : base->query("PREFIX x: <urn:x:> " + query, options))
    value = row[0]->value();
  return value;
}

}  // namespace

TEST_CASE("functions read many texts that lie beside each other") {
  TemporaryBase base;
  fill(base);
  int with_seven = 0;
  for (int i = 0; i < kTexts; ++i) with_seven += text(i).find('7') == std::string::npos ? 0 : 2;
  CHECK(only_value(base,
                   "SELECT (COUNT(*) AS ?n) { ?s x:text ?t "
                   "FILTER(STRLEN(?t) > 10 && CONTAINS(?t, \"7\")) }") ==
        std::to_string(with_seven));
  CHECK(only_value(base,
                   "SELECT (COUNT(*) AS ?n) { ?s x:text ?t "
                   "FILTER(STRENDS(LCASE(?t), \"text with the number 599\")) }") == "2");
  CHECK(
      only_value(base, "SELECT (MAX(UCASE(?t)) AS ?n) { ?s x:text ?t FILTER(STRLEN(?t) > 10) }") ==
      "THE TEXT WITH THE NUMBER 99");
}

TEST_CASE("texts that are read in one go keep to the memory limit") {
  TemporaryBase base;
  fill(base);
  const std::string large(std::size_t{3} << 20, 'x');
  base->update("INSERT DATA { <urn:x:s> <urn:x:text> \"" + large + "\" }");
  const std::string query =
      "SELECT (COUNT(*) AS ?n) { ?s x:text ?t FILTER(CONTAINS(?t, \"number 599\") || "
      "STRENDS(?t, \"xx\")) }";
  CHECK(only_value(base, query) == "3");
  QueryOptions options;
  options.memory_bytes = std::size_t{2} << 20;
  try {
    only_value(base, query, options);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::limit);
  }
}
