// SPDX-License-Identifier: Apache-2.0
#include "model/nearest.h"

#include <catch2/catch.hpp>

namespace dossier {
namespace {

TEST_CASE("edit distance") {
  CHECK(edit_distance("visit", "visit") == 0);
  CHECK(edit_distance("visits", "visit") == 1);
  CHECK(edit_distance("vist", "visit") == 1);
  CHECK(edit_distance("viist", "visit") == 1);
  CHECK(edit_distance("Visit", "visit") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("abc", "acb") == 1);
  CHECK(edit_distance("ca", "abc") == 3);
  // A letter with an accent is one letter, as it is written and as bytes that are no UTF-8.
  CHECK(edit_distance("Élysée", "Elysee") == 2);
  CHECK(edit_distance("東京", "京東") == 1);
  CHECK(edit_distance("a\xff", "a") == 1);
}

TEST_CASE("the nearest come first, strangers not at all") {
  const std::vector<std::string> words{"query", "update", "load", "parse", "parse-query"};
  CHECK(nearest("qurey", words) == std::vector<std::string>{"query"});
  CHECK(nearest("pars", words) == std::vector<std::string>{"parse", "parse-query"});
  CHECK(nearest("xyzzy", words).empty());
  CHECK(did_you_mean("lod", words) == "; did you mean load?");
  CHECK(did_you_mean("pars", words) == "; did you mean parse or parse-query?");
  CHECK(did_you_mean("xyzzy", words).empty());
}

TEST_CASE("a caller's folding decides which letters are equal") {
  const Fold without_blanks = [](std::string_view text) {
    std::string kept(text);
    std::erase(kept, ' ');
    return kept;
  };
  const std::vector<std::string> words{"a b c d"};
  CHECK(nearest("abcd", words).empty());
  CHECK(nearest("abcd", words, 3, without_blanks) == words);
}

}  // namespace
}  // namespace dossier
