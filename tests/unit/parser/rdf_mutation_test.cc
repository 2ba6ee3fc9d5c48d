// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "dossier/error.h"
#include "parser/rdf/drivers.h"

using namespace dossier;

namespace {

/// What came of reading a document: its quads, and the fault that ended it.
struct Reading {
  std::vector<Quad> quads;
  std::string fault;
  friend bool operator==(const Reading&, const Reading&) = default;
};

Reading read(Window& window, const RdfOptions& options) {
  Reading reading;
  const auto sink = [&](Quad&& quad) { reading.quads.push_back(std::move(quad)); };
  try {
    if (options.format == RdfFormat::ntriples || options.format == RdfFormat::nquads) {
      parse_lines(window, options, sink);
    } else {
      parse_statements(window, options, sink, {});
    }
  } catch (const Error& error) {
    REQUIRE(error.position());
    reading.fault = std::to_string(error.position()->offset) + ": " + error.what();
  }
  return reading;
}

Reading read_whole(const std::string& text, const RdfOptions& options) {
  Window window(text);
  return read(window, options);
}

Reading read_in_blocks(const std::string& text, const RdfOptions& options, std::size_t block) {
  std::istringstream input(text);
  Window window(input, block);
  return read(window, options);
}

const char* const kTrig = R"(@prefix e: <urn:e:> . BASE <http://b/>
e:a e:p 1, 2.5, -3e7, true, "x\ty"@en--ltr, '''long
text''' ; a e:C . # comment
e:g { e:s e:p ( 1 [ e:q <r> ] "größe" ) . << e:s e:p e:o ~ e:r >> e:says "so" }
GRAPH _:h { e:x e:y <<( e:a e:b "c"^^e:t )>> {| e:k e:l |} ~ _:z . }
)";

const char* const kNquads =
    "<urn:a> <urn:b> \"tab\\t\\u00E9 größe\"@en <urn:g> .\n"
    "_:x <urn:b> <<( <urn:a> <urn:b> \"1\"^^<urn:t> )>> _:g . # note\r\n"
    "VERSION \"1.2\"\n\n<urn:a><urn:b><urn:c>.";

std::string mutate(std::string text, std::mt19937& random) {
  static constexpr const char* kPieces[] = {
      "<", ">",  "\"", "'",  "\"\"\"", "[", "]",      "(",       ")",    "{",   "}", "<<(",
      "~", "{|", ".",  ";",  ",",      "@", "\\",     "\\u00",   "#",    "\n",  "a", "^^",
      "_", ":",  "<<", ">>", "|}",     "-", "GRAPH ", "PREFIX ", "\xC3", "\xFF"};
  for (auto changes = 1 + random() % 3; changes > 0; --changes) {
    const std::size_t at = random() % text.size();
    switch (random() % 3) {
      case 0:
        text.insert(at, kPieces[random() % std::size(kPieces)]);
        break;
      case 1:
        text.erase(at, 1 + random() % 5);
        break;
      default:
        text[at] = static_cast<char>(random());
    }
  }
  return text;
}

}  // namespace

TEST_CASE("Damaged RDF documents end in an error with a place, however they are cut into blocks") {
  std::mt19937 random(11);
  int faults = 0;
  for (int i = 0; i < 4000; ++i) {
    RdfOptions options;
    options.format = i % 2 == 0 ? RdfFormat::trig : RdfFormat::nquads;
    const std::string text = mutate(i % 2 == 0 ? kTrig : kNquads, random);
    const Reading whole = read_whole(text, options);
    INFO(text);
    CHECK(whole == read_in_blocks(text, options, 1 + random() % 20));
    if (!whole.fault.empty()) ++faults;
  }
  CHECK(faults > 1000);
  CHECK(faults < 4000);
}

TEST_CASE("The documents that are damaged are sound") {
  RdfOptions options;
  options.format = RdfFormat::trig;
  CHECK(read_whole(kTrig, options).fault.empty());
  CHECK(read_whole(kTrig, options).quads.size() == 21);
  options.format = RdfFormat::nquads;
  CHECK(read_whole(kNquads, options).fault.empty());
  CHECK(read_whole(kNquads, options).quads.size() == 3);
}
