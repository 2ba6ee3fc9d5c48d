// SPDX-License-Identifier: Apache-2.0
// Who typed a document and who wrote it.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/reader/read_document.h"
#include "tests/unit/extract/zip_file.h"

namespace dossier::extract {
namespace {

using test::epub_file;
using test::zip_file;

const std::string kRun = "<w:r><w:t>";
const std::string kEnd = "</w:t></w:r>";

TEST_CASE("who typed a Word document is its author only if the text names nobody") {
  const auto author = [](const std::string& creator, const std::vector<std::string>& lines) {
    std::string body;
    for (const std::string& line : lines) body += "<w:p>" + kRun + line + kEnd + "</w:p>";
    const std::string file = zip_file(
        {{"word/document.xml",
          "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
          "<w:body>" +
              body + "</w:body></w:document>"},
         {"docProps/core.xml", "<c xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>" +
                                   creator + "</dc:creator></c>"}});
    return read_document(file, "a.docx").author.value_or("-");
  };
  const std::string text = "The ice boat came to the lock in May, and it broke the ice.";
  CHECK(author("Ines Falk", {"Ice on the canal", text}) == "Ines Falk");
  CHECK(author("Falk, Ines", {"Ice on the canal", text}) == "Ines Falk");
  CHECK(author("Ines Falk", {"Ice on the canal", "Author: Carl Lund", text}) == "Carl Lund");
  CHECK(author("Ines Falk", {"Dear Ms Berg,", text, "Yours sincerely,", "Carl Lund"}) ==
        "Carl Lund");
  for (const std::string account :
       {"Administrator", "ifalk", "Microsoft Office User", "OFFICE\\ifalk"})
    CHECK(author(account, {"Ice on the canal", text}) == "-");
}

TEST_CASE("who drew or translated a book is not its author") {
  const auto author = [](const std::string& creators) {
    const std::string book = epub_file(creators, {{"a.xhtml", "<p>They came.</p>"}});
    return read_document(book, "a.epub").author.value_or("-");
  };
  CHECK(author("<dc:creator role='ill'>Carl Lund</dc:creator>"
               "<dc:creator role='aut'>Anna Berg</dc:creator>") == "Anna Berg");
  CHECK(author("<dc:creator role='trl'>Carl Lund</dc:creator>") == "-");
}

}  // namespace
}  // namespace dossier::extract
