// SPDX-License-Identifier: Apache-2.0
// What the writers write stays below the limits of the parsers.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "dossier/rdf.h"
#include "model/vocabulary.h"
#include "parser/rdf/write.h"

using namespace dossier;

namespace {

Term iri(std::string value) { return Term::iri(std::move(value)); }

std::string write(const std::vector<Quad>& quads, RdfFormat format) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, format);
  for (const Quad& quad : quads) writer->write(quad);
  writer->finish();
  return out.str();
}

}  // namespace

TEST_CASE("A subject with very many triples is written as several statements") {
  std::vector<Quad> quads;
  const Term subject = iri("urn:e:hub");
  const Term reifier = iri("urn:e:r");
  for (int i = 0; i < 100'000; ++i) {
    quads.push_back({subject, iri("urn:e:p"), iri("urn:e:object" + std::to_string(i)), {}});
  }
  const Triple last{subject, iri("urn:e:p"), quads.back().object};
  quads.push_back({reifier, iri(std::string(vocabulary::rdf::kReifies)), Term::triple(last), {}});
  for (int i = 0; i < 100'000; ++i) {
    quads.push_back({reifier, iri("urn:e:q"), iri("urn:e:object" + std::to_string(i)), {}});
  }
  for (const RdfFormat format : {RdfFormat::turtle, RdfFormat::trig}) {
    const std::string text = write(quads, format);
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(" .\n", at), text.size());
      longest = std::max(longest, end - at);
      at = end + 3;
    }
    CHECK(longest < (std::size_t{1} << 20) + 1000);
    std::vector<Quad> read;
    parse_rdf(text, {.format = format}, [&](Quad&& quad) { read.push_back(std::move(quad)); });
    CHECK(read == quads);
  }
}
