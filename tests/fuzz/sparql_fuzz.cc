// SPARQL: any bytes give a tree or an Error with a position inside the text; what gives a tree is
// printed to a text that gives the same text again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "model/error.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"

namespace {

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void check_error(const dossier::Error& error, std::string_view text) {
  demand(error.position().has_value(), "an error without a position");
  demand(error.position()->offset <= text.size(), "an error beyond the text");
  demand(error.what()[0] != '\0', "an error without words");
  demand(!error.describe().empty(), "an error that can't be described");
}

template <typename Parse>
void check(Parse parse, std::string_view text) {
  std::string printed;
  try {
    printed = dossier::print(parse(text));
  } catch (const dossier::Error& error) {
    check_error(error, text);
    return;
  }
  std::string again;
  try {
    again = dossier::print(parse(printed));
  } catch (const dossier::Error& error) {
    // Sugar that is spelled out may nest a level deeper than it was written.
    demand(error.code() == dossier::ErrorCode::limit, error.what());
    return;
  }
  demand(again == printed, "a printed text that doesn't parse to the same tree");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check([](std::string_view query) { return dossier::parse_query(query); }, text);
  check([](std::string_view update) { return dossier::parse_update(update); }, text);
  dossier::is_incomplete(text);
  return 0;
}
