// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/word_pieces.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dossier/error.h"

namespace dossier::extract::encoder {
namespace {

const std::vector<std::string> kVocabulary{
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "harbour", "har", "##bour", "##s", "cafe", "don",
    "t",     "'",     ".",     "u",     "s",       "3",   "##5",    "5",   "%",    "\xE4\xB8\xAD",
    "##"};

std::string pieces_of(std::string_view word) {
  static const std::string table = StringTable::pack(kVocabulary);
  const WordPieces pieces{StringTable(table)};
  std::vector<WordPieces::Piece> found;
  pieces.append(word, found);
  std::string text;
  for (const auto piece : found) text += (text.empty() ? "" : " ") + kVocabulary.at(piece);
  return text;
}

struct Case {
  std::string_view word;
  std::string_view pieces;
};

}  // namespace

TEST_CASE("words become the longest pieces from the left") {
  const auto [word, pieces] = GENERATE(values<Case>({
      {"harbour", "harbour"},
      {"Harbours", "harbour ##s"},
      {"HARS", "har ##s"},
      {"harbourx", "[UNK]"},
      {"caf\xC3\xA9", "cafe"},
      {"CAFE\xCC\x81S", "cafe ##s"},
      {"don't", "don ' t"},
      {"u.s.", "u . s ."},
      {"35%", "3 ##5 %"},
      {"\xE4\xB8\xAD\xE4\xB8\xAD", "\xE4\xB8\xAD \xE4\xB8\xAD"},
      {"ca\xC2\xAD"
       "fe",
       "cafe"},
      {"har bour", "har [UNK]"},
      {"\xE2\x80\x8B", ""},
      {"", ""},
  }));
  INFO(word);
  CHECK(pieces_of(word) == pieces);
}

TEST_CASE("a word of more than a hundred letters is unknown") {
  CHECK(pieces_of("har" + std::string(97, 's')) != "[UNK]");
  CHECK(pieces_of("har" + std::string(98, 's')) == "[UNK]");
}

TEST_CASE("a vocabulary without the marks is refused") {
  const std::string table = StringTable::pack({"[UNK]", "[CLS]"});
  CHECK_THROWS_WITH(WordPieces{StringTable(table)}, Catch::Contains("it has no piece [SEP]"));
}

}  // namespace dossier::extract::encoder
