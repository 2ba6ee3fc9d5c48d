// SPDX-License-Identifier: Apache-2.0
#include "repl/format/printable.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

namespace dossier::repl {
namespace {

TEST_CASE("a terminal gets no control characters") {
  CHECK(printable("a b \u00e9 \u65e5 \U0001F600") == "a b \u00e9 \u65e5 \U0001F600");
  CHECK(printable("\x1b[31mred") == "\\x1B[31mred");
  CHECK(printable("a\nb\r\tc\x7f") == "a\\x0Ab\\x0D\\x09c\\x7F");
  CHECK(printable("\u009b31m") == "\\x9B31m");
  CHECK(printable("\u202etxt.exe\u2066\u200f") == "\\u{202E}txt.exe\\u{2066}\\u{200F}");
  CHECK(printable("\xff\xc3") == "\\xFF\\xC3");
}

TEST_CASE("messages keep their lines") {
  CHECK(printable_lines("a\n\tb\x1b") == "a\n\tb\\x1B");
  CHECK(printable_lines("a\r\nb\rc") == "a\r\nb\\x0Dc");
}

TEST_CASE("a stream passes on harmless text, in whatever pieces it comes") {
  std::ostringstream target;
  PrintableStream stream(target);
  stream << "a\x1b" << 'b' << "\xc2"
         << "\x9b"
         << "\nn\xc3"
         << "\xa9";
  stream.flush();
  CHECK(target.str() == "a\\x1Bb\\x9B\nn\u00e9");
}

}  // namespace
}  // namespace dossier::repl
