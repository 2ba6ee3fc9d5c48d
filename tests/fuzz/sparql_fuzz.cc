// SPDX-License-Identifier: Apache-2.0
// SPARQL: any bytes give a tree or an Error with a position inside the text; what gives a tree is
// printed to a text that gives the same tree again.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"
#include "tests/fuzz/demand.h"

namespace {

using dossier::fuzz::demand;

template <typename Parse>
void check(Parse parse, std::string_view text) {
  using Tree = decltype(parse(text));
  std::optional<Tree> tree;
  try {
    tree = parse(text);
  } catch (const dossier::Error& error) {
    dossier::fuzz::check_error(error, text);
    return;
  }
  const std::string printed = dossier::print(*tree);
  std::optional<Tree> again;
  try {
    again = parse(printed);
  } catch (const dossier::Error& error) {
    // Sugar that is spelled out may nest a level deeper than it was written.
    demand(error.code() == dossier::ErrorCode::limit, error.what());
    return;
  }
  demand(dossier::print(*again) == printed, "a printed text that doesn't print the same again");
  // Labels of blank nodes are the one thing that printing changes, and the first time only.
  const bool labelled = printed.find("_:") != std::string::npos;
  demand(labelled ? parse(printed) == *again : *again == *tree,
         "a printed text that doesn't parse to the same tree");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check([](std::string_view query) { return dossier::parse_query(query); }, text);
  check([](std::string_view update) { return dossier::parse_update(update); }, text);
  dossier::is_incomplete(text);
  return 0;
}
