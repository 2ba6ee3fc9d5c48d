// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>
#include <tao/pegtl/contrib/analyze.hpp>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "model/vocabulary.h"
#include "parser/rdf/nquads_grammar.h"
#include "parser/rdf/turtle_grammar.h"
#include "parser/rdf/write.h"

using namespace dossier;

namespace {

/// A document's quads as N-Quads, for comparing; anonymous nodes are "_:x.N".
std::string as_nquads(std::string_view text, RdfFormat format = RdfFormat::turtle,
                      const std::string& base = "") {
  RdfOptions options;
  options.format = format;
  options.base = base;
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, RdfFormat::nquads);
  parse_rdf(text, options, [&](Quad&& quad) { writer->write(quad); });
  writer->finish();
  return out.str();
}

Error failure(std::string_view text, RdfFormat format = RdfFormat::turtle) {
  try {
    as_nquads(text, format);
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::usage, "accepted"};
}

const std::string kReifies = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>";

}  // namespace

TEST_CASE("The grammars have no loops without progress") {
  CHECK(tao::pegtl::analyze<turtle::turtle_statement>(1) == 0);
  CHECK(tao::pegtl::analyze<turtle::trig_statement>(1) == 0);
  CHECK(tao::pegtl::analyze<turtle::graph_statement>(1) == 0);
  CHECK(tao::pegtl::analyze<turtle::single_term>(1) == 0);
  CHECK(tao::pegtl::analyze<nquads::triple_line>(1) == 0);
  CHECK(tao::pegtl::analyze<nquads::quad_line>(1) == 0);
}

TEST_CASE("Prefixes, bases and names") {
  CHECK(as_nquads("@prefix a: <http://a/> . a:b a:c a:d\\,e .") ==
        "<http://a/b> <http://a/c> <http://a/d,e> .\n");
  CHECK(as_nquads("PREFIX : <http://a/>\nBASE <http://b/x/>\n:s a <../y> .") ==
        "<http://a/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://b/y> .\n");
  CHECK(as_nquads("@base <c/> . @prefix p: <d#> . <> p:x p:a.b .", RdfFormat::turtle,
                  "http://e/f") == "<http://e/c/> <http://e/c/d#x> <http://e/c/d#a.b> .\n");
  std::vector<std::string> seen;
  parse_rdf(
      "@prefix a: <x:> . prefix b: <y:> @prefix a: <z:> .", {.format = RdfFormat::turtle},
      [](Quad&&) {},
      [&](std::string_view name, std::string_view iri) {
        seen.push_back(std::string(name) + "=" + std::string(iri));
      });
  CHECK(seen == std::vector<std::string>{"a=x:", "b=y:", "a=z:"});
}

TEST_CASE("Literals") {
  const std::string xsd(vocabulary::kXsd);
  CHECK(as_nquads("<s:> <p:> 1, -2.5, +1e3, .5, true, 'a\"b', \"\"\"x\"y\nz\"\"\", \"t\"@en-us, "
                  "\"u\"^^<d:t> .") == "<s:> <p:> \"1\"^^<" + xsd +
                                           "integer> .\n"
                                           "<s:> <p:> \"-2.5\"^^<" +
                                           xsd +
                                           "decimal> .\n"
                                           "<s:> <p:> \"+1e3\"^^<" +
                                           xsd +
                                           "double> .\n"
                                           "<s:> <p:> \".5\"^^<" +
                                           xsd +
                                           "decimal> .\n"
                                           "<s:> <p:> \"true\"^^<" +
                                           xsd +
                                           "boolean> .\n"
                                           "<s:> <p:> \"a\\\"b\" .\n"
                                           "<s:> <p:> \"x\\\"y\\nz\" .\n"
                                           "<s:> <p:> \"t\"@en-us .\n"
                                           "<s:> <p:> \"u\"^^<d:t> .\n");
  CHECK(as_nquads("<s:> <p:> 1.") == "<s:> <p:> \"1\"^^<" + xsd + "integer> .\n");
}

TEST_CASE("Lists of predicates and objects, blank nodes and collections") {
  CHECK(as_nquads("<s:> <p:> <a:>, <b:>; <q:> <c:>;; .") ==
        "<s:> <p:> <a:> .\n<s:> <p:> <b:> .\n<s:> <q:> <c:> .\n");
  CHECK(as_nquads("[] <p:> [ <q:> _:a ] .") == "_:x.1 <q:> _:a .\n_:x.0 <p:> _:x.1 .\n");
  CHECK(as_nquads("[ <p:> <a:> ] .") == "_:x.0 <p:> <a:> .\n");
  const std::string rdf(vocabulary::kRdf);
  CHECK(as_nquads("<s:> <p:> (), (<a:>) .") == "<s:> <p:> <" + rdf + "nil> .\n_:x.0 <" + rdf +
                                                   "first> <a:> .\n_:x.0 <" + rdf + "rest> <" +
                                                   rdf + "nil> .\n<s:> <p:> _:x.0 .\n");
}

TEST_CASE("Triple terms, reified triples and annotations") {
  const std::string triple = "<<( <s:> <p:> <o:> )>>";
  CHECK(as_nquads("<r:> <q:> <<( <s:> <p:> <o:> )>> .") == "<r:> <q:> " + triple + " .\n");
  CHECK(as_nquads("<< <s:> <p:> <o:> ~ <r:> >> .") == "<r:> " + kReifies + " " + triple + " .\n");
  CHECK(as_nquads("<< <s:> <p:> <o:> >> <q:> 'v' .") ==
        "_:x.0 " + kReifies + " " + triple + " .\n_:x.0 <q:> \"v\" .\n");
  CHECK(as_nquads("<s:> <p:> <o:> ~ <r:> {| <q:> 'v' |} {| <q:> 'w' |} , <o2:> .") ==
        "<s:> <p:> <o:> .\n"
        "<r:> " +
            kReifies + " " + triple +
            " .\n"
            "<r:> <q:> \"v\" .\n"
            "_:x.0 " +
            kReifies + " " + triple +
            " .\n"
            "_:x.0 <q:> \"w\" .\n"
            "<s:> <p:> <o2:> .\n");
}

TEST_CASE("TriG graphs") {
  const char* const text =
      "@prefix : <u:> .\n"
      ":a :b :c .\n"
      "{ :d :e :f }\n"
      ":g { :h :i :j . :k :l [ :m :n ] }\n"
      "GRAPH _:g { }\n"
      "[] { :o :p :q . }\n"
      "( :v ) :r :s .\n"
      "[ :t :u ] .\n";
  const std::string rdf(vocabulary::kRdf);
  CHECK(as_nquads(text, RdfFormat::trig) ==
        "<u:a> <u:b> <u:c> .\n<u:d> <u:e> <u:f> .\n"
        "<u:h> <u:i> <u:j> <u:g> .\n"
        "_:x.0 <u:m> <u:n> <u:g> .\n<u:k> <u:l> _:x.0 <u:g> .\n"
        "<u:o> <u:p> <u:q> _:x.1 .\n"
        "_:x.2 <" +
            rdf + "first> <u:v> .\n_:x.2 <" + rdf + "rest> <" + rdf +
            "nil> .\n_:x.2 <u:r> <u:s> .\n"
            "_:x.3 <u:t> <u:u> .\n");
  CHECK(failure("<g:> { <s:> <p:> <o:> ", RdfFormat::trig).code() == ErrorCode::syntax);
}

TEST_CASE("Any subject means the same in Turtle, in TriG and in a block of TriG") {
  const char* const predicates =
      GENERATE(" :p :o", " :p :o ; a :C, :D", " :p ( 1 ( ) ) ~ :r {| :q 2 |}");
  for (const char* const subject :
       {":s", "<u:s>", "_:s", "[]", "[ ]", "( )", "( 1 2 )", "( ( ) )", "( ( 1 ) :a )", "[ :a 1 ]",
        "[ :a ( 1 ) ; :b [ ] ]", "( [ :a 1 ] )", "( <<( :a :b :c )>> )", "( << :a :b :c >> )",
        "<< :a :b :c >>", "<< :a :b 'c'@en ~ :r >>", "<< << :a :b :c >> :d <<( :e :f 1 )>> ~ >>"}) {
    const std::string triples = std::string(subject) + predicates;
    INFO(triples);
    const std::string prefix = "PREFIX : <u:> ";
    const std::string expected = as_nquads(prefix + triples + " .");
    CHECK(as_nquads(prefix + triples + " .", RdfFormat::trig) == expected);
    CHECK(as_nquads(prefix + "{ " + triples + " }", RdfFormat::trig) == expected);
  }
}

TEST_CASE("Errors of Turtle and TriG tell the place and what was expected") {
  struct Case {
    const char* text;
    std::uint32_t line, column;
    const char* says;
  };
  const Case cases[] = {
      {"<a:> <b:> .", 1, 11, "expected an object"},
      {"<a:> \"b\" <c:> .", 1, 6, "expected a predicate"},
      {"<a:> <b:> <c:>\n<d:> <e:> <f:> .", 2, 1, "expected \".\", \";\" or \",\""},
      {"<a:> <b:> <c:>", 1, 15, "the text ends here"},
      {"\n x:a <b:> <c:> .", 2, 2, "the prefix x: is not declared"},
      {"<a:> <b:> ( 1 2 .", 1, 17, "\")\" in the collection"},
      {"<a:> <b:> [ <c:> 1 .", 1, 20, "expected \"]\""},
      {"<a:> <b:> \"open\n\" .", 1, 11, "not closed"},
      {"<a:> <b:> \"\"\"open", 1, 11, "not closed"},
      {"<a:> <b:> 12abc .", 1, 13, "found abc"},
      {"@prefix a <x:> .", 1, 9, "a prefix name"},
      {"@prefix a: <x:>", 1, 16, "\".\" after the directive"},
      {"hello", 1, 1, "expected a statement"},
      {"<a:> <b:> <<( \"x\" <p:> <o:> )>> .", 1, 15, "the triple term's subject"},
      {"<a:> <b:> << <s:> <p:> <o:> .", 1, 29, "end of the reified triple"},
      {"<a:> <b:> <c:> {| |} .", 1, 19, "expected a predicate"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Error error = failure(c.text);
    CHECK(error.code() == ErrorCode::syntax);
    REQUIRE(error.position());
    CHECK(error.position()->line == c.line);
    CHECK(error.position()->column == c.column);
    CHECK_THAT(error.what(), Catch::Contains(c.says));
  }
}

TEST_CASE("Nesting is limited before the stack is") {
  for (const char* open : {"[ <p:> ", "( ", "<< ", "<<( <s:> <p:> ", "<s:> {| <p:> "}) {
    INFO(open);
    std::string text = "<s:> <p:> ";
    for (int i = 0; i < 100'000; ++i) text += open;
    const Error error = failure(text);
    CHECK(error.code() == ErrorCode::limit);
    CHECK_THAT(error.what(), Catch::Contains("500"));
  }
}

TEST_CASE("Statements are read from streams whatever the windows cut") {
  std::string text = "@prefix p: <http://example.org/> .\n";
  for (int i = 0; i < 6000; ++i) {
    const std::string n = std::to_string(i);
    text += "p:größe" + n + " p:is " + n + "." + n + ", '''long\n" +
            std::string(static_cast<std::size_t>(i % 70), 'x') + "''' ; p:in [ p:a ( 1 2 ) ] . # " +
            n + "\n";
  }
  for (const RdfFormat format : {RdfFormat::turtle, RdfFormat::trig}) {
    RdfOptions options;
    options.format = format;
    std::vector<Quad> whole, streamed;
    parse_rdf(text, options, [&](Quad&& quad) { whole.push_back(std::move(quad)); });
    std::istringstream input(text);
    parse_rdf(input, options, [&](Quad&& quad) { streamed.push_back(std::move(quad)); });
    CHECK(whole.size() == 6000 * 8);
    CHECK(whole == streamed);
  }
}

TEST_CASE("Single terms are read in Turtle syntax") {
  const std::vector<std::pair<std::string, std::string>> prefixes = {{"e", "urn:e:"}};
  CHECK(parse_term("<urn:x>", prefixes) == Term::iri("urn:x"));
  CHECK(parse_term(" e:Peter ", prefixes) == Term::iri("urn:e:Peter"));
  CHECK(parse_term("\"text\"@en", prefixes) == Term::lang("text", "en"));
  CHECK(parse_term("42", prefixes) == Term::integer(42));
  CHECK(parse_term("true", prefixes) == Term::boolean(true));
  CHECK(parse_term("_:b", prefixes) == Term::blank_node("b"));
  CHECK(parse_term("<<( e:a e:b 1 )>>", prefixes) ==
        Term::triple({Term::iri("urn:e:a"), Term::iri("urn:e:b"), Term::integer(1)}));
  for (const char* bad : {"", "42 43", "x:y", "[]", "(1)", "e", "\"open", "e:a ."}) {
    INFO(bad);
    CHECK_THROWS_AS(parse_term(bad, prefixes), Error);
  }
}
