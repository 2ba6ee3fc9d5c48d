// SPDX-License-Identifier: Apache-2.0
#include "extract/names/certain_names.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace dossier::extract {
namespace {

using Spans = std::vector<NameSpan>;
using Type = MentionType;

/// What becomes of the readings of these words, as "words (number of the type)".
std::string names(const std::string& text, const Spans& found, Spans read) {
  std::vector<NameUnit> units;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    NameUnit& unit = units.emplace_back();
    unit.text = unit.lower = word;
  }
  add_certain_names(found, units, Lexicon::builtin(), read);
  std::string out;
  for (const NameSpan& span : read) {
    out += out.empty() ? "" : "; ";
    for (std::uint32_t i = span.first; i < span.last; ++i)
      out += units[i].text + (i + 1 < span.last ? " " : "");
    out += span.type == MentionType::person ? " (person)" : "";
  }
  return out;
}

}  // namespace

TEST_CASE("a reading of several names is parted, but not a person into places") {
  CHECK(names("Kenya Anna Berg", {{0, 1, Type::country}, {1, 3, Type::person}},
              {{0, 3, Type::person}}) == "Kenya; Anna Berg (person)");
  CHECK(names("Salem Oregon", {{0, 1, Type::city}, {1, 2, Type::place}}, {{0, 2, Type::place}}) ==
        "Salem; Oregon");
  CHECK(names("Bryan Hull", {{0, 1, Type::city}, {1, 2, Type::city}}, {{0, 2, Type::person}}) ==
        "Bryan Hull (person)");
}

TEST_CASE("a word that some place is called is a name only where it is read as one") {
  CHECK(names("transit Mercury", {{1, 2, Type::city}}, Spans()).empty());
  CHECK(names("transit Mercury", {{1, 2, Type::city}}, {{1, 2, Type::person}}) ==
        "Mercury (person)");
  CHECK(names("in Tall Falls", {{1, 3, Type::city}}, Spans()) == "Tall Falls");
  CHECK(names("in Kenya", {{1, 2, Type::country}}, Spans()) == "Kenya");
}

}  // namespace dossier::extract
