// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "dossier/error.h"
#include "dossier/extract.h"
#include "extract/conllu/sentences.h"
#include "extract/reader/read_source.h"

namespace dossier::extract {
namespace {

std::string annotated(const std::string& text, const std::string& name, bool retag = false) {
  std::ostringstream out;
  annotate_text(text, name, retag, out);
  return out.str();
}

std::string error_of(const std::string& conllu) {
  try {
    read_source(conllu, "x.conllu");
  } catch (const Error& error) {
    return error.what();
  }
  return "read";
}

std::string row(const std::string& id, const std::string& form, const std::string& rest) {
  return id + "\t" + form + "\t" + rest + "\n";
}

/// Columns from the second on of a word's line.
std::string word_line(const std::string& conllu, const std::string& form) {
  std::istringstream lines(conllu);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line.find('-') < tab) continue;
    if (line.compare(tab + 1, form.size() + 1, form + "\t") == 0) return line.substr(tab + 1);
  }
  return "no such word";
}

const std::string kGiven = row("1", "Flying", "fly\tVERB\tVBG\t_\t2\tamod\t_\t_") +
                           row("2", "planes", "plane\tNOUN\tNNS\t_\t0\troot\t_\tSpaceAfter=No") +
                           row("3", ".", ".\tPUNCT\t.\t_\t2\tpunct\t_\t_") + "\n";

}  // namespace

TEST_CASE("a document is written as words, ranges, trees, offsets and names") {
  const std::string out = annotated("Ana Lopes didn't visit Geneva.\n", "visit.txt");
  CHECK(
      out.starts_with("# newdoc id = visit\n# newpar\n# sent_id = visit-s0\n"
                      "# text = Ana Lopes didn't visit Geneva.\n1\tAna\tAna\tPROPN\tNNP\t_\t"));
  CHECK(out.find("\n3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tdid\tdo\tAUX\tVBD\t_\t5\taux\t_\t"
                 "TokenRange=10:13|ArcProb=") != std::string::npos);
  CHECK(word_line(out, "visit").find("VERB\tVB\t_\t0\troot\t_\tTokenRange=17:22") !=
        std::string::npos);
  CHECK(word_line(out, "Ana").find("|NER=B-PERSON|") != std::string::npos);
  CHECK(word_line(out, "Lopes").find("|NER=I-PERSON|") != std::string::npos);
  CHECK(word_line(out, "Geneva").find("SpaceAfter=No|TokenRange=23:29|NER=B-CITY") !=
        std::string::npos);
}

TEST_CASE("what is written reads back to the same tokens, tags and trees") {
  const std::string text =
      "We can't go (yet).\n\nRussia's plan — a “draft” — failed, they’d said.\n";
  const Analysis first = read_source(annotated(text, "a.txt"), "a.conllu");
  const std::string again = annotated(annotated(text, "a.txt"), "a.conllu");
  const Analysis second = read_source(again, "a.conllu");
  REQUIRE(first.sentences.size() == second.sentences.size());
  CHECK(first.document.paragraphs.size() == 2);
  CHECK(first.document.text == second.document.text);
  for (std::size_t i = 0; i < first.sentences.size(); ++i) {
    for (std::size_t j = 0; j < first.sentences[i].tokens.size(); ++j) {
      const Token& a = first.sentences[i].tokens[j];
      const Token& b = second.sentences[i].tokens[j];
      CHECK(a.text == b.text);
      CHECK(a.span == b.span);
      CHECK(a.head == b.head);
      CHECK(a.relation == b.relation);
      CHECK(a.lemma == b.lemma);
    }
  }
}

TEST_CASE("somebody else's trees are kept unless asked to make them anew") {
  CHECK(word_line(annotated(kGiven, "g.conllu"), "Flying") ==
        "Flying\tfly\tVERB\tVBG\t_\t2\tamod\t_\tTokenRange=0:6");
  CHECK(word_line(annotated(kGiven, "g.conllu", true), "Flying").find("ArcProb=") !=
        std::string::npos);
}

TEST_CASE("a sentence without tags or without a tree gets them") {
  const std::string bare = row("1", "Birds", "_\t_\t_\t_\t_\t_\t_\t_") +
                           row("2", "sing", "_\t_\t_\t_\t_\t_\t_\t_") + "\n";
  CHECK(word_line(annotated(bare, "b.conllu"), "Birds")
            .starts_with("Birds\tbird\tNOUN\tNNS\t_\t2\tnsubj\t"));
  std::string circle = kGiven;
  circle.replace(circle.find("\t0\troot"), 7, "\t1\tnmod");
  CHECK(word_line(annotated(circle, "c.conllu"), "Flying").find("ArcProb=") != std::string::npos);
}

TEST_CASE("blanks at the end of a form lie in the text, as its token does") {
  const Analysis analysis =
      read_source(row("1", "burns   ", "burn\tVERB\tVBZ\t_\t0\troot\t_\t_") + "\n", "x.conllu");
  const TextSpan span = analysis.sentences.at(0).tokens.at(0).span;
  CHECK(span.end <= analysis.document.text.size());
  CHECK(analysis.document.utf8(span) == "burns   ");
}

TEST_CASE("CoNLL-U that is none is refused with its line") {
  CHECK(error_of("1\tno\n") == "x.conllu: CoNLL-U line 1: not ten columns");
  CHECK(error_of(row("2", "a", "_\t_\t_\t_\t_\t_\t_\t_")).find("ids do not count up") !=
        std::string::npos);
  CHECK(error_of(row("1", "a", "_\t_\t_\t_\tx\t_\t_\t_")).find("not a number: x") !=
        std::string::npos);
  CHECK(error_of(row("1", "a", "_\t_\t_\t_\t5\t_\t_\t_")).find("no word 5") != std::string::npos);
  CHECK(
      error_of(row("1-3", "ab", "_\t_\t_\t_\t_\t_\t_\t_") + row("1", "a", "_\t_\t_\t_\t_\t_\t_\t_"))
          .find("a range without all of its words") != std::string::npos);
  CHECK(error_of(row("1-1000", "ab", "_\t_\t_\t_\t_\t_\t_\t_")).find("a range") !=
        std::string::npos);
  CHECK(error_of("# only a comment\n").find("no sentences") != std::string::npos);
}

}  // namespace dossier::extract
