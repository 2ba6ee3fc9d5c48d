// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "repl/input/split_words.h"
#include "repl/shell/columns.h"
#include "repl/shell/dot_command.h"

namespace dossier::repl {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("words of a dot command") {
  CHECK(split_words("").empty());
  CHECK(split_words("  a  b ") == Words{"a", "b"});
  CHECK(split_words("\"Anna Berg\" r:visit 'New York'") ==
        Words{"Anna Berg", "r:visit", "New York"});
  CHECK(split_words("\"text here\"@en") == Words{"\"text here\"@en"});
  CHECK(split_words("O'Brien d'Or") == Words{"O'Brien", "d'Or"});
  CHECK(split_words("name=\"two words\" x=1") == Words{"name=\"two words\"", "x=1"});
  CHECK(split_words("\"open") == Words{"\"open"});
  CHECK(split_words("\"a \\\" b\"") == Words{"\"a \\\" b\""});
}

TEST_CASE("every dot command has a name of its own and says what it does") {
  std::set<std::string_view> names;
  for (const ShellCommand& command : shell_commands()) {
    CHECK(command.name.starts_with('.'));
    CHECK_FALSE(command.summary.empty());
    CHECK(names.insert(command.name).second);
  }
}

TEST_CASE("words in columns read downwards") {
  CHECK(in_columns({"a", "b", "c", "d", "e"}, 7) == "a  c  e\nb  d\n");
  CHECK(in_columns({"long word", "b"}, 4) == "long word\nb\n");
}

}  // namespace
}  // namespace dossier::repl
