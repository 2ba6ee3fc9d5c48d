// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "dossier/rdf.h"
#include "model/vocabulary.h"
#include "parser/rdf/write.h"

using namespace dossier;

namespace {

using Prefixes = std::vector<std::pair<std::string, std::string>>;

const Prefixes kPrefixes = {{"e", "urn:e:"},
                            {"ex", "http://example.org/"},
                            {"exd", "http://example.org/deep#"},
                            {"xsd", std::string(vocabulary::kXsd)}};

std::string write(const std::vector<Quad>& quads, RdfFormat format,
                  const Prefixes& prefixes = kPrefixes) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, format, prefixes);
  for (const Quad& quad : quads) writer->write(quad);
  writer->finish();
  return out.str();
}

std::vector<Quad> read(const std::string& text, RdfFormat format) {
  std::vector<Quad> quads;
  RdfOptions options;
  options.format = format;
  parse_rdf(text, options, [&](Quad&& quad) { quads.push_back(std::move(quad)); });
  return quads;
}

Term iri(std::string text) { return Term::iri(std::move(text)); }

/// Random quads of awkward terms.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Quad quad() {
    Quad made{resource(), name(), object(0), std::nullopt};
    if (below(2) == 0) made.graph = resource();
    return made;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  template <std::size_t N>
  std::string pick(const char* const (&choices)[N]) {
    return choices[below(N)];
  }
  Term name() {
    static const char* const kSpaces[] = {"urn:e:", "http://example.org/",
                                          "http://example.org/deep#", "urn:other:"};
    static const char* const kLocals[] = {
        "",     "a",   "a.b", "a.",  ".a", "-a",  "a-b", "Côte_d'Ivoire",
        "s#12", "a/b", "50%", "a:b", "9",  "%41", "(x)", "日本"};
    return iri(pick(kSpaces) + pick(kLocals));
  }
  Term resource() {
    static const char* const kLabels[] = {"a", "b1", "a.b", ".3", "x.3", "é", "x-61", "0"};
    return below(3) == 0 ? Term::blank_node(pick(kLabels)) : name();
  }
  Term object(int depth) {
    if (depth < 3 && below(6) == 0) return Term::triple({resource(), name(), object(depth + 1)});
    return below(2) == 0 ? resource() : literal();
  }
  Term literal() {
    static const char* const kTexts[] = {"",           "text",        "two\nlines\r\t",
                                         "\"quoted\"", "back\\slash", "wär 日本 \xF0\x9F\x99\x82",
                                         "\x01\x7F",   "'''",         "a\"\"\"b",
                                         "1",          "-1.0",        "1e6",
                                         "true",       "1.",          "01",
                                         "+5",         ".5",          "INF"};
    static const char* const kTypes[] = {"integer", "decimal", "double",
                                         "boolean", "string",  "date"};
    static const char* const kTags[] = {"en", "de-CH", "ar"};
    if (below(4) == 0) {
      return Term::lang(pick(kTexts), pick(kTags), static_cast<Direction>(below(3)));
    }
    return Term::typed(pick(kTexts), vocabulary::iri(vocabulary::kXsd, pick(kTypes)));
  }
  std::mt19937 random_;
};

/// Blank node labels as the writers put them, so that what is read back can be compared.
Term as_written(const Term& term) {
  if (term.is_triple()) {
    const Triple& t = term.as_triple();
    return Term::triple({as_written(t.subject), as_written(t.predicate), as_written(t.object)});
  }
  if (!term.is_blank_node()) return term;
  if (term.value() == ".3") return Term::blank_node("x.3");
  if (term.value() == "x.3") return Term::blank_node("xx.3");
  if (term.value() == "x-61") return Term::blank_node("x-782d3631");
  return term;
}

}  // namespace

TEST_CASE("N-Quads output is canonical") {
  CHECK(write({{iri("s:a"), iri("p:b"), Term::string("a\"b\\\n\r\t\b\f\x01\x7F\xEF\xBF\xBF é"),
                iri("g:c")}},
              RdfFormat::nquads) ==
        "<s:a> <p:b> \"a\\\"b\\\\\\n\\r\\t\\b\\f\\u0001\\u007F\\uFFFF é\" <g:c> .\n");
  CHECK(write({{iri("s:a"), iri("p:b"), Term::lang("x", "en", Direction::ltr), iri("g:c")}},
              RdfFormat::ntriples) == "<s:a> <p:b> \"x\"@en--ltr .\n");
}

TEST_CASE("Turtle output groups and shortens") {
  const std::vector<Quad> quads = {
      {iri("urn:e:A"), iri(std::string(vocabulary::rdf::kType)), iri("http://example.org/T"), {}},
      {iri("urn:e:A"), iri("urn:e:n"), Term::integer(1), {}},
      {iri("urn:e:A"),
       iri("urn:e:n"),
       Term::typed("01.50", std::string(vocabulary::xsd::kDecimal)),
       {}},
      {iri("urn:e:s#1"), iri("urn:e:n"), Term::typed("x", std::string(vocabulary::xsd::kDate)), {}},
  };
  CHECK(write(quads, RdfFormat::turtle, {{"e", "urn:e:"}, {"e", "urn:not:"}}) ==
        "@prefix e: <urn:e:> .\n"
        "\n"
        "e:A a <http://example.org/T> ;\n"
        "    e:n 1, 01.50 .\n"
        "e:s\\#1 e:n \"x\"^^<http://www.w3.org/2001/XMLSchema#date> .\n");
}

TEST_CASE("Prefixes that stand for no IRI are not written") {
  const std::vector<Quad> quads = {{iri("urn:e:A"), iri("urn:e:p"), iri("urn:e:B"), {}}};
  CHECK(write(quads, RdfFormat::turtle, {{"r", "rel#"}, {"", ""}, {"b", "urn:e: <"}}) ==
        "<urn:e:A> <urn:e:p> <urn:e:B> .\n");
}

TEST_CASE("TriG output opens each graph once") {
  const std::vector<Quad> quads = {
      {iri("urn:e:A"), iri("urn:e:p"), iri("urn:e:B"), {}},
      {iri("urn:e:A"), iri("urn:e:p"), iri("urn:e:B"), iri("urn:e:g")},
      {iri("urn:e:C"), iri("urn:e:p"), iri("urn:e:D"), iri("urn:e:g")},
  };
  CHECK(write(quads, RdfFormat::trig, {{"e", "urn:e:"}}) ==
        "@prefix e: <urn:e:> .\n"
        "\n"
        "e:A e:p e:B .\n"
        "e:g {\n"
        "    e:A e:p e:B .\n"
        "    e:C e:p e:D .\n"
        "}\n");
}

TEST_CASE("What a writer writes, its parser reads back") {
  Maker maker(7);
  std::vector<Quad> quads;
  for (int i = 0; i < 3000; ++i) quads.push_back(maker.quad());
  std::sort(quads.begin(), quads.end());
  for (const RdfFormat format :
       {RdfFormat::ntriples, RdfFormat::nquads, RdfFormat::turtle, RdfFormat::trig}) {
    const bool graphs = format == RdfFormat::nquads || format == RdfFormat::trig;
    std::vector<Quad> expected;
    for (const Quad& q : quads) {
      expected.push_back(
          {as_written(q.subject), as_written(q.predicate), as_written(q.object), {}});
      if (graphs && q.graph) expected.back().graph = as_written(*q.graph);
    }
    CHECK(read(write(quads, format), format) == expected);
  }
}

TEST_CASE("A reified triple and what is said of it are written as an annotation") {
  const Term s = iri("urn:e:s"), p = iri("urn:e:p"), o = iri("urn:e:o"), r = iri("urn:e:r");
  const Term reifies = iri(std::string(vocabulary::rdf::kReifies));
  const Term triple = Term::triple({s, p, o});
  const Prefixes prefixes = {{"e", "urn:e:"}};
  const std::vector<Quad> quads = {{s, p, o, {}},
                                   {r, reifies, triple, {}},
                                   {r, p, Term::integer(1), {}},
                                   {r, p, Term::integer(2), {}},
                                   {r, iri("urn:e:q"), s, {}},
                                   {Term::blank_node("b"), reifies, triple, {}},
                                   {s, p, r, {}},
                                   {r, p, o, {}}};
  const std::string text = write(quads, RdfFormat::turtle, prefixes);
  CHECK(text ==
        "@prefix e: <urn:e:> .\n"
        "\n"
        "e:s e:p e:o ~ e:r {| e:p 1, 2 ; e:q e:s |} ~ _:b, e:r .\n"
        "e:r e:p e:o .\n");
  CHECK(read(text, RdfFormat::turtle) == quads);
}

TEST_CASE("Annotations written at random are read back") {
  const Term reifies = iri(std::string(vocabulary::rdf::kReifies));
  Maker maker(23);
  std::mt19937 random(29);
  std::vector<Quad> quads;
  while (quads.size() < 3000) {
    Quad quad = maker.quad();
    quads.push_back(quad);
    for (auto names = random() % 3; names > 0; --names) {
      const Quad about = maker.quad();
      const Triple triple{quad.subject, quad.predicate, quad.object};
      quads.push_back({about.subject, reifies, Term::triple(triple), quad.graph});
      for (auto more = random() % 3; more > 0; --more) {
        const Quad note = maker.quad();
        quads.push_back({about.subject, note.predicate, note.object, quad.graph});
      }
    }
  }
  for (const RdfFormat format : {RdfFormat::turtle, RdfFormat::trig}) {
    std::vector<Quad> expected;
    for (const Quad& q : quads) {
      expected.push_back(
          {as_written(q.subject), as_written(q.predicate), as_written(q.object), {}});
      if (format == RdfFormat::trig && q.graph) expected.back().graph = as_written(*q.graph);
    }
    const std::string text = write(quads, format);
    CHECK(text.find("{|") != std::string::npos);
    CHECK(read(text, format) == expected);
  }
}
