// SPDX-License-Identifier: Apache-2.0
// Files: any bytes give a document or an Error. The first byte says by which name they come.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/error.h"
#include "extract/reader/read_document.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/document_check.h"
#include "tests/unit/extract/zip_file.h"

namespace {

using dossier::fuzz::check_document;
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string name = kNames[data[0] % kNames.size()];
  const std::string bytes = in_its_zip(name, {reinterpret_cast<const char*>(data) + 1, size - 1});
  try {
    check_document(
        dossier::extract::read_document(bytes, name, {.limits = {std::size_t{1} << 20, 1 << 18}}));
  } catch (const dossier::Error& error) {
    demand(error.what()[0] != '\0', "an error without words");
  }
  return 0;
}
