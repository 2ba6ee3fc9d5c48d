// SPDX-License-Identifier: Apache-2.0
// PDF files, read by the program dossier-pdf as ever, within limits: any bytes give a document or
// an Error. The first byte says what the others are: a file, or what its pages draw, parted by form
// feeds, for a change to a whole file seldom moves a word.
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "extract/reader/read_document.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/document_check.h"
#include "tests/unit/extract/pdf_file.h"

namespace {

using dossier::extract::ReadSettings;
using dossier::fuzz::check_document;
using dossier::fuzz::demand;
using dossier::test::pdf_of_objects;
using dossier::test::pdf_settings;
using dossier::test::pdf_stream;

constexpr std::size_t kMostPages = 8;

/// Each with the fonts F and G.
std::string file_of_pages(std::string_view drawn) {
  std::vector<std::string> pages;
  while (pages.size() < kMostPages) {
    const std::size_t end = drawn.find('\f');
    pages.emplace_back(drawn.substr(0, end));
    if (end == std::string_view::npos) break;
    drawn.remove_prefix(end + 1);
  }
  std::string kids;
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      {},
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >>"};
  for (const std::string& page : pages) {
    const std::string number = std::to_string(objects.size() + 1);
    kids += number + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents " +
                      std::to_string(objects.size() + 2) +
                      " 0 R /Resources << /Font << /F 3 0 R /G 4 0 R >> >> >>");
    objects.push_back(pdf_stream(page));
  }
  objects[1] =
      "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>";
  return pdf_of_objects(objects);
}

ReadSettings settings() {
  ReadSettings settings = pdf_settings({std::size_t{1} << 20, 1 << 18});
  settings.pdf.processor_time = std::chrono::seconds(2);
  settings.pdf.time = std::chrono::seconds(10);
  settings.pdf.memory_mib = 256;
  return settings;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    check_document(dossier::extract::read_document(data[0] % 2 == 0 ? bytes : file_of_pages(bytes),
                                                   "fuzz.pdf", settings()));
  } catch (const dossier::Error& error) {
    demand(error.what()[0] != '\0', "an error without words");
  }
  return 0;
}
