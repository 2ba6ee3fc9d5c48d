// SPDX-License-Identifier: Apache-2.0
// Layout: lines broken by hand, speakers, what web pages put around a text, header parts.
#include <catch2/catch.hpp>
#include <string>

#include "extract/reader/language.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Headline and body paragraphs, one a line; boilerplate in brackets.
std::string read(const std::string& text, const std::string& name = "a.txt") {
  const Document document = read_document(text, name);
  std::string out;
  for (const Paragraph& paragraph : document.paragraphs) {
    const std::string line = single_line(document, paragraph.span);
    const bool left_out = paragraph.kind == Paragraph::Kind::boilerplate ||
                          paragraph.kind == Paragraph::Kind::dateline;
    out += left_out ? "[" + line + "]\n" : line + "\n";
  }
  return out;
}

struct Case {
  const char* what;
  std::string text, paragraphs;
};

const std::string kLong =
    "The harbour council met in Bergen on Monday to speak about the\nnew ferry line.";

}  // namespace

TEST_CASE("lines that were broken by hand are joined") {
  const Case cases[] = {
      {"one column", "Ferry news from the north of the country\n\n" + kLong + "\n",
       "Ferry news from the north of the country\nThe harbour council met in Bergen on Monday to "
       "speak about the new ferry line.\n"},
      {"beside a line that is wider than any column",
       "Ferry news from the north of the country\n\n" + kLong + "\n\n" +
           "See https://harbour.example/" + std::string(140, 'x') + " for more.\n",
       "Ferry news from the north of the country\nThe harbour council met in Bergen on Monday to "
       "speak about the new ferry line.\nSee https://harbour.example/" +
           std::string(140, 'x') + " for more.\n"},
      {"a list with deeper lines",
       "What was decided by the council\n\n- The council decided to build a new quay in the old "
       "part of\n"
       "  the town.\n- It will pay for the new ferry line as well, and for the\n  harbour "
       "office.\n",
       "What was decided by the council\nThe council decided to build a new quay in the old part "
       "of the "
       "town.\nIt will pay for the new ferry line as well, and for the harbour office.\n"},
      {"numbered points stay apart",
       "What was decided by the council\n\n1. The council decided to build a new quay in the old "
       "part of\n"
       "the town.\n2. It will pay for the new ferry line.\n",
       "What was decided by the council\n1. The council decided to build a new quay in the old "
       "part of "
       "the town.\n2. It will pay for the new ferry line.\n"},
      {"a verse, ended on purpose",
       "A song of the northern harbours\n\nThe ships are out.\nThe wind is cold.\nNobody comes.\n",
       "A song of the northern harbours\nThe ships are out.\nThe wind is cold.\nNobody comes.\n"}};
  for (const Case& test : cases) {
    INFO(test.what);
    CHECK(read(test.text) == test.paragraphs);
  }
}

TEST_CASE("questions and answers of a court's record") {
  const Document document = read_document(
      "Record of the hearing of 3 May 2021\n\nMS. POE: Thank you.\n\nQ.  Where were you on that "
      "day?\n\n"
      "A.  I was at home in Bergen.\n\nQ.  Who was with you?\n\nA.  Ada Brandt was.\n\nMS. POE: No "
      "more.\n",
      "a.txt");
  REQUIRE(document.turns.size() == 6);
  CHECK_FALSE(document.author);
  CHECK(document.turns[1].voice == Turn::Voice::questioner);
  CHECK(document.utf8(document.turns[1].span) == "Where were you on that day?");
  CHECK(document.utf8(document.turns[2].span) == "I was at home in Bergen.");
  CHECK(read_document("The plan of the council\n\nA. The quay is built.\n\nB. The ferry comes.\n",
                      "a.txt")
            .turns.empty());
}

TEST_CASE("what web pages put around and inside a text is left out") {
  const std::string head =
      "<html><head><title>Ferry</title></head><body><h1>New ferry reaches Bergen</h1>";
  const Case cases[] = {
      {"headlines of other texts",
       head + "<p>The army said so.</p><div>More:</div><div><a href=x>Chinese "
              "envoy invites rebels to talks</a></div><p>It did not say where.</p>",
       "New ferry reaches Bergen\nThe army said so.\n[More:]\n[Chinese envoy invites rebels to "
       "talks]\n"
       "It did not say where.\n"},
      {"the same without links",
       head + "<p>\u201CShe is fine.</p><p>More from Norway</p><p>Minister Tarn "
              "defends tax plan</p><p>\u201CShe has led Brann.\u201D</p>",
       "New ferry reaches Bergen\n\u201CShe is fine.\n[More from Norway]\n[Minister Tarn defends "
       "tax plan]\n"
       "\u201CShe has led Brann.\u201D\n"},
      {"a caption, a share bar, comments",
       head + "<figure><img><figcaption>Ada Brandt smiles</figcaption>"
              "</figure><p>The ferry came.</p><div class=shareBar>Tell your friends.</div><div "
              "id=comments><p>First!"
              "</p></div>",
       "New ferry reaches Bergen\nThe ferry came.\n[Tell your friends.]\n[First!]\n"},
      {"a table row by row",
       head + "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Narvik</td><td>12</td>"
              "</tr></table><p>That is all.</p>",
       "New ferry reaches Bergen\nPort | Ships\nNarvik | 12\nThat is all.\n"}};
  for (const Case& test : cases) {
    INFO(test.what);
    CHECK(read(test.text, "a.html") == test.paragraphs);
  }
}

TEST_CASE("no headline, place or author rather than a wrong one") {
  struct Stated {
    const char* what;
    std::string text, name, headline, date, place;
  };
  const Stated cases[] = {
      {"a clock is no place",
       "Report of the ministry of fish\n\n2:17 PM - Monday, March 31, 2025\n\nThe "
       "ministry closed the port.\n",
       "a.txt", "Report of the ministry of fish", "2025-03-31", "-"},
      {"a number of a report is no place",
       "Situation Report No. 50 (as of 21 August 2014)\n\nThe port was "
       "closed to all ships.\n",
       "a.txt", "Situation Report No. 50 (as of 21 August 2014)", "2014-08-21", "-"},
      {"a clock is no headline",
       "12:45 p.m. EST\n\nThe port is closed for the whole week\n\nThe ministry "
       "closed it.\n",
       "a.txt", "The port is closed for the whole week", "-", "-"},
      {"a first paragraph like a dateline",
       "Visits of the week to the north\n\nAda Brandt visited Narvik on 3 "
       "May 2021.\n\nShe met the mayor.\n",
       "a.txt", "Visits of the week to the north", "-", "-"},
      {"what a page declares before a caption",
       "<meta property='og:title' content='New ferry reaches Bergen'>"
       "<div>Ada Brandt smiles in the rain</div><p>The ferry came.</p>",
       "a.html", "New ferry reaches Bergen", "-", "-"},
      {"what programs write for a title", "<title>Untitled</title><p>The ferry came.</p>", "a.html",
       "", "-", "-"}};
  for (const Stated& test : cases) {
    INFO(test.what);
    const Document document = read_document(test.text, test.name);
    CHECK(document.headline == test.headline);
    CHECK(document.date.value_or("-") == test.date);
    CHECK(document.place.value_or("-") == test.place);
  }
  CHECK(read(cases[3].text).find("\nAda Brandt visited Narvik on 3 May 2021.\n") !=
        std::string::npos);
}

TEST_CASE("the language of a text") {
  const std::pair<const char*, const char*> cases[] = {
      {"The harbour council met in Bergen and spoke about the ferry that was late.", "en"},
      {"Der Hafenrat hat sich in Bergen getroffen und \u00FCber die F\u00E4hre gesprochen, die "
       "sp\u00E4t war.",
       "de"},
      {"Le conseil du port s\u2019est r\u00E9uni \u00E0 Bergen et a parl\u00E9 de la ligne qui est "
       "en retard.",
       "fr"},
      {"El consejo del puerto se reuni\u00F3 en Bergen y habl\u00F3 de la l\u00EDnea que no es "
       "nueva.",
       "es"},
      {"Il consiglio del porto si \u00E8 riunito a Bergen e ha parlato della linea che non \u00E8 "
       "nuova.",
       "it"},
      {"O conselho do porto reuniu-se em Bergen e falou sobre a linha que n\u00E3o \u00E9 nova.",
       "pt"},
      {"De raad van de haven kwam in Bergen bijeen en sprak over het schip dat niet op tijd was.",
       "nl"},
      {"H\u00E5llbara hamnar m\u00E5ste byggas och det \u00E4r inte s\u00E5 l\u00E4tt f\u00F6r dem "
       "som bor n\u00E4ra havet.",
       "sv"},
      {"Rada portu spotka\u0142a si\u0119 w Bergen i m\u00F3wi\u0142a o linii, kt\u00F3ra nie jest "
       "nowa.",
       "pl"},
      {"\u0421\u043E\u0432\u0435\u0442 \u043F\u043E\u0440\u0442\u0430 "
       "\u0441\u043E\u0431\u0440\u0430\u043B\u0441\u044F \u0432 "
       "\u0411\u0435\u0440\u0433\u0435\u043D\u0435 \u0438 "
       "\u0433\u043E\u0432\u043E\u0440\u0438\u043B \u043E \u0442\u043E\u043C, \u0447\u0442\u043E "
       "\u043E\u043D \u043D\u0435 \u0431\u044B\u043B.",
       "ru"},
      {"\u6E2F\u53E3\u59D4\u5458\u4F1A\u5728\u5351\u5C14\u6839\u4E3E\u884C\u4E86\u4F1A\u8BAE\u5E76"
       "\u8BA8\u8BBA\u4E86\u65B0\u7684\u6E21\u8F6E\u822A\u7EBF\u6E2F\u53E3\u59D4\u5458\u4F1A\u5728"
       "\u5351\u5C14\u6839\u4E3E\u884C\u4E86\u4F1A\u8BAE\u5E76\u8BA8\u8BBA\u4E86",
       "zh"},
      {"Bergen, Narvik, Oslo.", ""},
      {"Ada Brandt Ben Okoro Ines Falk Carl Lund Mia Berg Jonas Falk Anna Berg Oleg Maren", ""}};
  for (const auto& [text, language] : cases) {
    INFO(text);
    CHECK(language_of(to_code_points(text)) == language);
  }
}

TEST_CASE("documents in other languages are known, and their paragraphs in English ones") {
  const std::string german =
      "Der Hafenrat hat sich am Montag in Bergen getroffen und \u00FCber die neue F\u00E4hre "
      "gesprochen, die "
      "sp\u00E4t war. Er wird im Mai noch einmal zusammenkommen, um zu entscheiden, wie es mit dem "
      "Hafen weiter "
      "geht und wer daf\u00FCr bezahlt.";
  CHECK(read_document(german, "a.txt").language == "de");
  CHECK(read_document(german, "a.txt", {.language = "en"}).language == "en");
  const Document mixed = read_document(
      "What the council of the port said\n\nThe council of the port met in Bergen and spoke about "
      "the ferry that "
      "was late again. It will meet again in May. The members of the board will then decide who "
      "pays for the new quay, and whether the ferry can come to the north of the country at all. "
      "Until then it is to stay in the old harbour, where there is a place for it.\n\n" +
          german + "\n\nThat was the end of the meeting.\n",
      "a.txt");
  CHECK(mixed.language == "en");
  REQUIRE(mixed.paragraphs.size() == 4);
  CHECK_FALSE(mixed.paragraphs[1].foreign);
  CHECK(mixed.paragraphs[2].foreign);
  CHECK_FALSE(mixed.paragraphs[3].foreign);
}

}  // namespace dossier::extract
