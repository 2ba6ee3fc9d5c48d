// SPDX-License-Identifier: Apache-2.0
#include "dossier/error.h"

#include <catch2/catch.hpp>
#include <string>

using dossier::Error;
using dossier::ErrorCode;
using dossier::SourcePosition;

TEST_CASE("positions count lines from 1 and columns in code points") {
  struct Row {
    std::string text;
    std::uint64_t offset;
    std::uint32_t line, column;
  };
  const Row rows[] = {{"", 0, 1, 1},          {"abc", 2, 1, 3},  {"abc", 3, 1, 4},
                      {"a\nb", 1, 1, 2},      {"a\nb", 2, 2, 1}, {"a\r\nbc", 4, 2, 2},
                      {"\xC3\xA4x", 2, 1, 2}, {"abc", 99, 1, 4}, {"a\n", 2, 2, 1}};
  for (const Row& row : rows) {
    INFO(row.text << " at " << row.offset);
    const SourcePosition position = SourcePosition::at(row.text, row.offset);
    CHECK(position.line == row.line);
    CHECK(position.column == row.column);
    CHECK(position.offset <= row.text.size());
  }
}

TEST_CASE("describe() gives file, place, message, line and caret") {
  Error error =
      Error::in_text(ErrorCode::syntax, "expected \"}\"", "SELECT *\r\nWHERE \xC3\xA4 {\r\n", 19);
  CHECK(error.code() == ErrorCode::syntax);
  CHECK(std::string(error.what()) == "expected \"}\"");
  CHECK(error.source_line() == "WHERE \xC3\xA4 {");
  CHECK(error.describe() == "2:9: expected \"}\"\n  WHERE \xC3\xA4 {\n          ^");
  error.set_file("q.rq");
  CHECK(error.describe().starts_with("q.rq:2:9: expected"));
  CHECK(Error(ErrorCode::usage, "no").describe() == "no");
}

TEST_CASE("describe() cuts long lines around the caret") {
  const std::string text = std::string(500, 'a') + "X" + std::string(500, 'b');
  const std::string shown = Error::in_text(ErrorCode::syntax, "m", text, 500).describe();
  const auto lines_start = shown.find('\n') + 1;
  const std::string line = shown.substr(lines_start, shown.find('\n', lines_start) - lines_start);
  const std::string caret = shown.substr(shown.rfind('\n') + 1);
  CHECK(line.size() < 120);
  CHECK(line.at(caret.find('^')) == 'X');
}
