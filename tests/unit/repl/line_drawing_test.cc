// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/line_drawing.h"

#include <catch2/catch.hpp>

using dossier::repl::drawn_over;
using dossier::repl::Highlighter;
using dossier::repl::taken_off;
using dossier::repl::TypedLine;

namespace {

const Highlighter kUpper = [](std::string_view line) {
  std::string out(line);
  for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return out;
};

TypedLine typed(std::string_view text, std::size_t cursor, std::size_t columns) {
  return {"kb> ", text, cursor, columns, 24};
}

}  // namespace

TEST_CASE("a line is drawn over itself, and the cursor returns") {
  CHECK(drawn_over(typed("select", 6, 40), kUpper) == "\r\x1b[4CSELECT\r\x1b[10C");
  CHECK(drawn_over(typed("select", 2, 40), kUpper) == "\r\x1b[4CSELECT\r\x1b[6C");
  CHECK(drawn_over(typed("", 0, 40), kUpper).empty());
  CHECK(drawn_over(typed("bck:\nsel", 4, 40), kUpper).empty());
  CHECK(drawn_over(typed("select", 6, 40), {}).empty());
}

TEST_CASE("a line of several rows is drawn in one piece") {
  // 4 and 12 letters in rows of 8: the cursor behind the last one begins the third row.
  CHECK(drawn_over(typed("abcdefghijkl", 12, 8), {}) == "\r\x1b[2A\x1b[4Cabcdefghijkl \r");
  CHECK(drawn_over(typed("abcdefghijkl", 5, 8), {}) ==
        "\r\x1b[1A\x1b[4Cabcdefghijkl \r\x1b[1A\x1b[1C");
  // A wide letter does not fit the last column.
  CHECK(drawn_over(typed("abc東", 6, 8), {}) == "\r\x1b[1A\x1b[4Cabc東\r\x1b[2C");
  CHECK(drawn_over({"kb> ", "abcdefghijkl", 12, 8, 2}, kUpper).empty());
}

TEST_CASE("a line is taken off the rows that the terminal made of it") {
  const std::string twelve = "abcdefghijkl";  // 16 columns with the prompt
  CHECK(taken_off(typed(twelve, 12, 10), 40) == "\r\x1b[1A\x1b[J");
  CHECK(taken_off(typed(twelve, 12, 8), 40) == "\r\x1b[1A\x1b[J");  // waits behind the second row
  CHECK(taken_off(typed(twelve, 12, 8), 16) == "\r\x1b[2A\x1b[J");  // a space followed it
  CHECK(taken_off(typed(twelve, 4, 8), 40) == "\r\x1b[1A\x1b[J");   // on the first of the second
  CHECK(taken_off(typed(twelve, 12, 40), 8) == "\r\x1b[J");
  CHECK(taken_off({"", "", 0, 40, 24}, 80) == "\r\x1b[J");
}
