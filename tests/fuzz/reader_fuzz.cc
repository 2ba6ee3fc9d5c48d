// SPDX-License-Identifier: Apache-2.0
// Files: any bytes give a document or an Error. The first byte says by which name they come.
// Paragraphs lie in the text one behind the other, turns and positions too.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/error.h"
#include "extract/reader/read_document.h"
#include "tests/fuzz/demand.h"
#include "tests/unit/extract/zip_file.h"

namespace {

using dossier::extract::Document;
using dossier::extract::TextSpan;
using dossier::fuzz::demand;
using dossier::test::epub_file;
using dossier::test::zip_file;

constexpr auto kNames = std::to_array<const char*>(
    {"fuzz.txt", "fuzz.md", "fuzz.html", "fuzz.pdf", "fuzz.html.gz", "stdin", "fuzz.eml",
     "fuzz.mhtml", "fuzz.srt", "fuzz.vtt", "fuzz.docx", "fuzz.odt", "fuzz.epub"});

/// Of formats that are zip files of XML, the bytes are the text itself.
std::string in_its_zip(std::string_view name, std::string_view bytes) {
  const std::string content(bytes);
  if (name == "fuzz.docx") return zip_file({{"word/document.xml", content}});
  if (name == "fuzz.odt")
    return zip_file(
        {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}});
  if (name == "fuzz.epub") return epub_file({}, {{"a.xhtml", content}});
  return content;
}

void check_order(TextSpan span, std::uint32_t& end, std::size_t text_size, const char* what) {
  demand(span.begin <= span.end && span.end <= text_size, what);
  demand(end <= span.begin, what);
  end = span.end;
}

/// Rows lie behind each other, their cells inside them.
void check_listings(const Document& document) {
  const std::size_t size = document.text.size();
  std::uint32_t end = 0;
  for (const auto& row : document.rows) {
    check_order(row.span, end, size, "rows out of order");
    std::uint32_t inside = row.span.begin;
    for (const auto& cell : row.cells)
      check_order(cell.span, inside, row.span.end, "a cell outside of its row");
    demand(!row.subject || *row.subject < row.cells.size(), "a row about no cell");
  }
  for (const auto& list : document.attendance) {
    demand(!list.names.empty(), "a list without names");
    end = 0;
    for (const auto& names : list.names) check_order(names, end, size, "names out of order");
  }
  for (const auto& paragraph : document.paragraphs) {
    demand(!paragraph.row || *paragraph.row < document.rows.size(), "a row that is not there");
    demand(!paragraph.attendance || *paragraph.attendance < document.attendance.size(),
           "a list that is not there");
  }
}

void check(const Document& document) {
  check_listings(document);
  const std::size_t size = document.text.size();
  demand(!document.slug.empty(), "a document without a name");
  std::uint32_t end = 0;
  for (const auto& paragraph : document.paragraphs) {
    check_order(paragraph.span, end, size, "paragraphs out of order");
    demand(paragraph.span.size() > 0, "an empty paragraph");
    demand(!paragraph.turn || *paragraph.turn < document.turns.size(), "a turn that is not there");
  }
  end = 0;
  std::uint32_t last = 0;
  for (const auto& position : document.positions) {
    demand(position.begin >= last && position.begin <= size, "positions out of order");
    last = position.begin;
  }
  for (const auto& turn : document.turns) check_order(turn.span, end, size, "turns out of order");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string name = kNames[data[0] % kNames.size()];
  const std::string bytes = in_its_zip(name, {reinterpret_cast<const char*>(data) + 1, size - 1});
  try {
    check(
        dossier::extract::read_document(bytes, name, {.limits = {std::size_t{1} << 20, 1 << 18}}));
  } catch (const dossier::Error& error) {
    demand(error.what()[0] != '\0', "an error without words");
  }
  return 0;
}
