// SPDX-License-Identifier: Apache-2.0
// What the text index takes for words, and how it folds them.
#include <catch2/catch.hpp>
#include <string>

#include "storage/text/words.h"

namespace dossier::storage {
namespace {

struct Case {
  const char* text;
  const char* words;  ///< folded, with a bar behind each
};

std::string words_of(std::string_view text) {
  std::string out;
  each_word(text, [&](std::string_view word, std::size_t begin, std::size_t end) {
    CHECK(begin < end);
    CHECK(end <= text.size());
    out.append(word).append("|");
  });
  return out;
}

}  // namespace

TEST_CASE("Texts are cut into folded words") {
  const Case cases[] = {
      {"", ""},
      {" .,;-- ", ""},
      {"The Lake Fund met.", "the|lake|fund|met|"},
      {"don't", "don|t|"},
      {"90,000 people", "90|000|people|"},
      {"UN-backed U.S. plan", "un|backed|u|s|plan|"},
      {"Tromsø José ŁÓDŹ", "tromsø|jose|łodz|"},
      {"Straße ﬁne ²", "strasse|fine|"},
      {"Jose\xCC\x81", "jose|"},
      {"\xE5\x8C\x97\xE4\xBA\xAC \xE3\x81\x8B\xE3\x81\xAA", "北|京|か|な|"},
      {"Москва", "москва|"},
      {"bad\xFF\xFE"
       "bytes",
       "bad|bytes|"},
      {"x\xCC", "x|"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(words_of(each.text) == each.words);
  }
}

TEST_CASE("Words are found where they stand") {
  std::string spans;
  each_word("É à b", [&](std::string_view, std::size_t begin, std::size_t end) {
    spans += std::to_string(begin) + "-" + std::to_string(end) + " ";
  });
  CHECK(spans == "0-2 3-5 6-7 ");
}

TEST_CASE("Of a long word the beginning counts") {
  CHECK(words_of(std::string(1000, 'A')) == std::string(64, 'a') + "|");
  std::string umlauts;
  for (int i = 0; i < 100; ++i) umlauts += "ñ";
  CHECK(words_of(umlauts) == std::string(32, 'n') + "|");
}

}  // namespace dossier::storage
