// SPDX-License-Identifier: Apache-2.0
// Colours of what is typed.
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "repl/shell/highlight.h"

using dossier::repl::highlighted;

namespace {

/// The colours as marks: [k keyword] [v variable] [n name] [t text] [c comment] [d dot command].
std::string marked(const std::string& line) {
  const std::vector<std::pair<std::string, std::string>> marks{
      {"\x1b[1;35m", "[k "}, {"\x1b[33m", "[v "},   {"\x1b[36m", "[n "}, {"\x1b[32m", "[t "},
      {"\x1b[2m", "[c "},    {"\x1b[1;34m", "[d "}, {"\x1b[0m", "]"}};
  std::string out = highlighted(line);
  for (const auto& [code, mark] : marks)
    for (std::size_t at; (at = out.find(code)) != std::string::npos;)
      out.replace(at, code.size(), mark);
  return out;
}

}  // namespace

TEST_CASE("words of a line have their colours") {
  const std::map<std::string, std::string> lines{
      {"select ?who { ?who r:visit e:Oslo . }",
       "[k select] [v ?who] { [v ?who] [n r:visit] [n e:Oslo] . }"},
      {"e:Oslo a schema:City.", "[n e:Oslo] [k a] [n schema:City]."},
      {"FILTER(?n < 3 && ?m > 2)", "[k FILTER]([v ?n] < 3 && [v ?m] > 2)"},
      {"<urn:x> <http://y/z#a> \"a # b\"@en # why",
       "[n <urn:x>] [n <http://y/z#a>] [t \"a # b\"]@en [c # why]"},
      {"\"not ended", "[t \"not ended]"},
      {"\"escaped \\\" quote\" x", "[t \"escaped \\\" quote\"] x"},
      {".about \"Ada Brandt\"", "[d .about] \"Ada Brandt\""},
      {"Who met Åsa in Mölln?", "Who met Åsa in Mölln?"},
      {"", ""},
      {"?", "?"},
      {":", "[n :]"},
  };
  for (const auto& [line, expected] : lines) CHECK(marked(line) == expected);
}
