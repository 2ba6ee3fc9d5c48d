// SPDX-License-Identifier: Apache-2.0
#include "extract/segment/segment.h"

#include <catch2/catch.hpp>
#include <string>

#include "extract/segment/address.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Tokens joined by blanks; sentences, where there are several, by " | ".
std::string cut(const std::string& text) {
  Document document;
  document.text = to_code_points(text);
  Paragraph paragraph;
  paragraph.span = {0, static_cast<std::uint32_t>(document.text.size())};
  document.paragraphs.push_back(paragraph);
  std::string out;
  for (const Sentence& sentence : segment(document)) {
    if (sentence.index > 0) out += " |";
    for (const Token& token : sentence.tokens) {
      CHECK(token.text == document.utf8(token.span));
      out += (out.empty() ? "" : " ") + token.text;
    }
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("words are cut as the English treebanks cut them") {
  const Case cases[] = {
      {"They don't know, can't say and won't ask.",
       "They do n't know , ca n't say and wo n't ask ."},
      {"It’s Kenya’s; we’re sure they’d go.", "It ’s Kenya ’s ; we ’re sure they ’d go ."},
      {"The experts' view cannot change.", "The experts ' view can not change ."},
      {"a 15-year term in Guinea-Bissau", "a 15 - year term in Guinea - Bissau"},
      {"the co-chairs of a non-profit re-elected in mid-May",
       "the co-chairs of a non-profit re-elected in mid-May"},
      {"He paid $2.5 billion, or 0.7% of 5,000.", "He paid $ 2.5 billion , or 0.7 % of 5,000 ."},
      {"US$5m and €1.2bn", "US$ 5m and € 1.2 bn"},
      {"1992–1994, 10-12 days, 19:00, 20/11/2020",
       "1992 – 1994 , 10 - 12 days , 19:00 , 20/11/2020"},
      {"10km at 5pm on the 9th in the 1990s", "10 km at 5 pm on the 9th in the 1990s"},
      {"See https://example.org/a?b=1, or mail a.b@example.org.",
       "See https://example.org/a?b=1 , or mail a.b@example.org ."},
      {"(“Give us more!”) he said…", "( “ Give us more ! ” ) he said …"},
      {"Dr. J. K. Rowe of U.S. Steel Corp. and O'Brien",
       "Dr. J. K. Rowe of U.S. Steel Corp. and O'Brien"},
      {"She has a Ph.D. in law, an M.Phil. and (D.Sc., Oslo) more.",
       "She has a Ph.D. in law , an M.Phil. and ( D.Sc. , Oslo ) more ."},
      {"wait -- what?! No... yes", "wait -- what ?! | No ... yes"},
      {"R&D and/or AT&T", "R&D and / or AT&T"},
      {"Call 555-0123 or 202-555-0123 in 1992-1994, pages 10-12.",
       "Call 555-0123 or 202-555-0123 in 1992 - 1994 , pages 10 - 12 ."},
      {"Really?. Thats alot of $$$ b/c im late :-) see alt.pets.cats ;)",
       "Really ?. | That s a lot of $$$ b/c i m late :-) see alt.pets.cats ;)"},
      {"Note: (a) first; (b) second", "Note : ( a ) first ; ( b ) second"},
      {"zero\u200Bwidth and no\u00A0break", "zero width and no break"}};
  for (const Case& test : cases) CHECK(cut(test.text) == test.expected);
}

TEST_CASE("sentences end where they do") {
  const Case cases[] = {
      {"He came. She left.", "He came . | She left ."},
      {"Mr. Bell met Dr. Hahn at 5 p.m. in the U.S. embassy.",
       "Mr. Bell met Dr. Hahn at 5 p.m. in the U.S. embassy ."},
      {"They live in the U.S. The rest left.", "They live in the U.S. | The rest left ."},
      {"She has a Ph.D. He left.", "She has a Ph.D. | He left ."},
      {"“Is it so?” he asked. “Yes.” They went.",
       "“ Is it so ? ” he asked . | “ Yes . ” | They went ."},
      {"Growth was 2.5 per cent. Prices fell.", "Growth was 2.5 per cent . | Prices fell ."},
      {"It opened (see p. 4. It is short) in May. Good.",
       "It opened ( see p. 4 . It is short ) in May . | Good ."},
      {"Acme Inc. and Bolt Ltd. merged. Nobody knew.",
       "Acme Inc. and Bolt Ltd. merged . | Nobody knew ."},
      {"Really?! Yes. iPhones sold.", "Really ?! | Yes . iPhones sold ."},
      {"Figure 1.3 This map shows a river.", "Figure 1.3 | This map shows a river ."},
      {"Fig. 2: Grain in tons.", "Fig. 2 : | Grain in tons ."},
      {"Figure 4 shows the harbour.", "Figure 4 shows the harbour ."}};
  for (const Case& test : cases) CHECK(cut(test.text) == test.expected);
}

TEST_CASE("only headlines and body become sentences, and a headline is one") {
  Document document;
  document.text = U"A plan. A map.\nParis, 3 May\nIt works. It does.\nPrint";
  document.paragraphs = {{Paragraph::Kind::headline, {0, 14}, std::nullopt},
                         {Paragraph::Kind::dateline, {15, 27}, std::nullopt},
                         {Paragraph::Kind::body, {28, 46}, 0},
                         {Paragraph::Kind::boilerplate, {47, 52}, std::nullopt}};
  const std::vector<Sentence> sentences = segment(document);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].headline);
  CHECK(sentences[0].span == TextSpan{0, 14});
  CHECK(sentences[1].turn == std::optional<std::uint32_t>(0));
  CHECK(sentences[2].index == 2);
  CHECK(document.utf8(sentences[2].span) == "It does.");
}

TEST_CASE("addresses leave the sentence its punctuation") {
  CHECK(address_length(U"www.example.org).") == 15);
  CHECK(address_length(U"https://x.org/a_(b),") == 19);
  CHECK(address_length(U"kremlin.ru") == 10);
  CHECK(address_length(U"end.The") == 0);
  CHECK(address_length(U"@handle:") == 7);
  CHECK(address_length(U"plain") == 0);
}

TEST_CASE("offsets count code points, not bytes") {
  const std::vector<Token> tokens = tokenize(U"Žižek, 😀 naïve", 100);
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].span == TextSpan{100, 105});
  CHECK(tokens[2].span == TextSpan{107, 108});
  CHECK(tokens[3].text == "naïve");
}

}  // namespace dossier::extract
