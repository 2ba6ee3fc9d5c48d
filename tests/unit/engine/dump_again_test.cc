// SPDX-License-Identifier: Apache-2.0
// What can be inserted can be dumped, and what is dumped loads again.
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "dossier/dossier.h"
#include "parser/rdf/write.h"
#include "temporary_base.h"
#include "tests/w3c/isomorphism.h"

using namespace dossier;

namespace {

const Term kResource = Term::iri("urn:s");
const Term kProperty = Term::iri("urn:p");

std::vector<Quad> quads_of(const KnowledgeBase& kb) {
  std::vector<Quad> quads;
  kb.dump([&](const Quad& quad) { quads.push_back(quad); });
  return quads;
}

std::string dump(const KnowledgeBase& kb, RdfFormat format = RdfFormat::nquads) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, format, {{"", "urn:"}, {"h", "http:a"}});
  kb.dump([&](const Quad& quad) { writer->write(quad); });
  writer->finish();
  return out.str();
}

/// Random terms, of which many are not RDF.
class RandomTerms {
 public:
  explicit RandomTerms(std::uint64_t seed) : random_(seed) {}

  /// Three of four quads have IRIs of harmless characters, so that enough of them can be inserted.
  Quad quad() {
    harmless_ = pick(4) != 0;
    Quad quad{term(3), term(3), term(3), {}};
    if (pick(2) == 0) quad.graph = term(3);
    return quad;
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }

  std::string text() {
    static const std::vector<std::string> kPieces{"urn:",
                                                  "http:",
                                                  "a",
                                                  "B",
                                                  "-",
                                                  "9",
                                                  " ",
                                                  ":",
                                                  "/",
                                                  "%",
                                                  "<",
                                                  "\"",
                                                  "\\",
                                                  "{",
                                                  "\n",
                                                  "\t",
                                                  "\x7f",
                                                  "\x01",
                                                  std::string(1, '\0'),
                                                  "\xC3\xA9",
                                                  "\xF0\x9F\x98\x80",
                                                  "\xEF\xBF\xBE",
                                                  "\xC3",
                                                  "\xff",
                                                  "\xED\xA0\x80",
                                                  "_",
                                                  ".",
                                                  "@",
                                                  "^^",
                                                  "en"};
    std::string out;
    for (std::size_t n = pick(5); n > 0; --n) out += kPieces[pick(kPieces.size())];
    return out;
  }
  std::string iri() {
    if (harmless_) return "urn:" + std::to_string(pick(1000));
    return pick(4) == 0 ? text() : "urn:" + text();
  }

  Term term(std::size_t depth) {
    switch (pick(depth == 0 ? 6 : 7)) {
      case 0:
      case 1:
        return Term::iri(iri());
      case 2:
        return Term::blank_node(pick(2) == 0 ? "b" + std::to_string(pick(9)) : text());
      case 3:
        return Term::string(text());
      case 4:
        return Term::typed(text(), iri());
      case 5:
        return Term::lang(text(), pick(2) == 0 ? "en-GB" : text(), static_cast<Direction>(pick(3)));
      default:
        return Term::triple({term(depth - 1), term(depth - 1), term(depth - 1)});
    }
  }

  bool harmless_ = true;
  std::mt19937_64 random_;
};

}  // namespace

/// Inserts what is RDF of so many random quads; how many that were.
std::size_t insert_random(KnowledgeBase& kb, std::uint64_t seed, int tries) {
  RandomTerms terms(seed);
  std::size_t inserted = 0;
  Transaction transaction = kb.begin();
  for (int i = 0; i < tries; ++i) {
    try {
      transaction.insert(terms.quad());
      ++inserted;
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::usage);
    }
  }
  transaction.commit();
  return inserted;
}

TEST_CASE("the dump of any base loads again, whatever was inserted") {
  TemporaryBase base;
  CHECK(insert_random(*base, 20261128, 40'000) > 1000);
  CHECK(base->check().empty());
  TemporaryBase again;
  std::istringstream stream(dump(*base));
  const LoadReport report = again->load(stream, LoadInput{.path = "dump"});
  CHECK(report.added == base->statistics().quads);
  CHECK(w3c::isomorphic(quads_of(*base), quads_of(*again)));
}

TEST_CASE("dump, load, dump is the same, over random bases and in both formats") {
  const auto seed = GENERATE(range(1, 21));
  const auto format = seed % 2 == 0 ? RdfFormat::nquads : RdfFormat::trig;
  CAPTURE(seed);
  TemporaryBase base;
  CHECK(insert_random(*base, static_cast<std::uint64_t>(seed), 2'000) > 20);
  base->update("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(isLITERAL(?o) && STRLEN(?o) = 0) }");
  base->update("INSERT { ?s <urn:t> <<( ?s ?p ?o )>> } WHERE { ?s ?p ?o FILTER(isBLANK(?s)) }");
  TemporaryBase again;
  std::istringstream stream(dump(*base, format));
  again->load(stream, LoadInput{.path = "dump", .format = format});
  CHECK(w3c::isomorphic(quads_of(*base), quads_of(*again)));
  CHECK(again->check().empty());
}

TEST_CASE("triple terms as deep as insert() takes them load again") {
  TemporaryBase base;
  Term term = kResource;
  for (int i = 0; i < 500; ++i) term = Term::triple({kResource, kProperty, term});
  Transaction transaction = base->begin();
  transaction.insert({kResource, kProperty, term, {}});
  CHECK_THROWS_AS(
      transaction.insert({kResource, kProperty, Term::triple({kResource, kProperty, term}), {}}),
      Error);
  transaction.commit();
  TemporaryBase again;
  std::istringstream stream(dump(*base));
  CHECK(again->load(stream, LoadInput{.path = "dump"}).added == 1);
}
