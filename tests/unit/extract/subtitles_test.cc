// SPDX-License-Identifier: Apache-2.0
// Subtitles: paragraphs, speakers and times.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "extract/reader/format.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

std::string refusal(const std::string& bytes, const std::string& name) {
  try {
    read_document(bytes, name);
  } catch (const Error& error) {
    return error.what();
  }
  return "read";
}

struct Case {
  const char* what;
  std::string file, text;
};

}  // namespace

TEST_CASE("what is said in subtitles") {
  const std::string one = "1\n00:00:01,000 --> 00:00:03,000\n";
  const std::string two = "\n2\n00:00:03,200 --> 00:00:05,000\n";
  const std::string later = "\n2\n00:00:09,000 --> 00:00:11,000\n";
  const Case cases[] = {
      {"a sentence over two cues", one + "The council\nmet in\n" + two + "Bergen today.\n",
       "The council met in Bergen today."},
      {"a pause behind a sentence", one + "The council met.\n" + later + "It rained.\n",
       "The council met.\n\nIt rained."},
      {"a pause inside a sentence", one + "The council\n" + later + "met.\n", "The council met."},
      {"marks of style and sounds",
       one + "<i>{\\an8}It</i> <font color=\"red\">rained</font>.\n" + two +
           "[door closes]\n(music)\n",
       "It rained."},
      {"two speakers by dashes", one + "- Where?\n- In Oslo.\n", "Where?\n\nIn Oslo."},
      {"what is no mark", one + "Prices < 3 and > 1 stay.\n", "Prices < 3 and > 1 stay."},
      {"no blank line between cues",
       "1\n00:00:01,000 --> 00:00:03,000\nIt\n2\n00:00:03,200 --> 00:00:05,000\nrained.\n",
       "It rained."}};
  for (const Case& test : cases) {
    INFO(test.what);
    CHECK(to_utf8(read_document(test.file, "a.srt").text) == test.text);
  }
}

TEST_CASE("voices of WebVTT are speakers, and cues have their times") {
  const Document document = read_document(
      "\xEF\xBB\xBFWEBVTT - Talk\n\nNOTE nothing\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> "
      "00:03.000 "
      "align:start\n<v Minister Ada Brandt>We build a port.</v>\n\n00:03.500 --> 00:05.000\n"
      "<v Minister Ada Brandt>It is large &amp; new.\n\n01:00:06.000 --> 01:00:07.000\n<v.loud "
      "Ben>When?\n",
      "a.vtt");
  CHECK(to_utf8(document.text) ==
        "Minister Ada Brandt: We build a port. It is large & new.\n\nBen: When?");
  REQUIRE(document.turns.size() == 2);
  CHECK(document.turns[0].speaker == "Ada Brandt");
  CHECK(document.utf8(document.turns[0].span) == "We build a port. It is large & new.");
  CHECK(document.turns[1].speaker == "Ben");
  REQUIRE(document.positions.size() == 3);
  CHECK(document.positions[0].time == "00:00:01");
  CHECK(document.positions[1].time == "00:00:03");
  CHECK(document.positions[2].time == "01:00:06");
  CHECK(document.text.substr(document.positions[1].begin, 2) == U"It");
}

TEST_CASE("a million marks in one line are read in their length") {
  std::string line = "00:01.000 --> 00:03.000\nAda ";
  for (int i = 0; i < 1'000'000; ++i) line += "&amp;";
  CHECK(read_document("WEBVTT\n\n" + line + "\n", "a.vtt").text.size() == 1'000'004);
}

TEST_CASE("subtitles are known by their content; bad ones are refused") {
  CHECK(format_of("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nText.\n").name == "subtitles");
  CHECK(format_of("a.txt", "1\r\n00:00:01,000 --> 00:00:03,000\r\nText.\r\n").name == "subtitles");
  CHECK(format_of("a.txt", "1\nThe first line.\n").name == "plain text");
  CHECK(refusal("", "a.srt") == "a.srt: the file is empty");
  CHECK(refusal("Just words.\n", "a.srt") == "a.srt: the file has no subtitles with their times");
  CHECK(refusal("1\n00:00:xx,000 --> 00:00:03,000\nText.\n", "a.srt") ==
        "a.srt: the file has no subtitles with their times");
  CHECK(refusal("WEBVTT\n\n00:01.000 --> 00:02.000\n[music]\n", "a.vtt") ==
        "a.vtt: the file holds no text");
  CHECK(refusal("1\n00:00:01,000 --> 00:00:03,000\nCut off in the mid", "a.srt") == "read");
  CHECK(refusal(std::string("1\n00:00:01,000 --> 00:00:03,000\n\0\1\2", 35), "a.srt") ==
        "a.srt: this is a binary file, not a text");
}

}  // namespace dossier::extract
