// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/pdf_file.h"

#include <fmt/format.h>

namespace dossier::test {
namespace {

class PdfWriter {
 public:
  /// Adds object number objects + 1; returns its number.
  std::size_t add(const std::string& body) {
    offsets_.push_back(out_.size());
    out_ += fmt::format("{} 0 obj\n{}\nendobj\n", offsets_.size(), body);
    return offsets_.size();
  }

  std::string finish(const std::string& trailer) {
    const std::size_t table = out_.size();
    out_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
    for (const std::size_t offset : offsets_) out_ += fmt::format("{:010} 00000 n \n", offset);
    out_ += fmt::format("trailer\n<< /Size {} {} >>\nstartxref\n{}\n%%EOF\n", offsets_.size() + 1,
                        trailer, table);
    return out_;
  }

 private:
  std::string out_ = "%PDF-1.4\n";
  std::vector<std::size_t> offsets_;
};

std::string content_of(const PdfTexts& texts) {
  std::string content;
  for (const PdfText& text : texts)
    content += fmt::format("BT /F {} Tf {} {} {} Tm ({}) Tj ET\n", text.size,
                           text.turned ? "0 1 -1 0" : "1 0 0 1", text.x, text.y, text.text);
  return fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content);
}

}  // namespace

std::string pdf_file(const std::vector<PdfTexts>& pages, const std::string& info,
                     const std::string& trailer) {
  PdfWriter writer;
  const std::size_t catalog = writer.add("<< /Type /Catalog /Pages 2 0 R >>");
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", 4 + 2 * i);
  writer.add(fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages.size(), kids));
  const std::size_t font = writer.add(
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const PdfTexts& page : pages) {
    const std::size_t number = 4 + 2 * static_cast<std::size_t>(&page - pages.data());
    writer.add(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R "
                    "/Resources << /Font << /F {} 0 R >> >> >>",
                    number + 1, font));
    writer.add(content_of(page));
  }
  const std::size_t about = writer.add(fmt::format("<< {} >>", info));
  return writer.finish(fmt::format("/Root {} 0 R /Info {} 0 R {}", catalog, about, trailer));
}

std::string pdf_of_objects(const std::vector<std::string>& objects) {
  PdfWriter writer;
  for (const std::string& object : objects) writer.add(object);
  return writer.finish("/Root 1 0 R");
}

std::string pdf_stream(const std::string& content, const std::string& entries) {
  return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", content.size(), entries,
                     content);
}

PdfTexts operator+(PdfTexts a, const PdfTexts& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

PdfTexts pdf_column(double x, double y, double size, const std::vector<std::string>& lines) {
  PdfTexts texts;
  for (const std::string& line : lines) {
    texts.push_back({x, y, size, line});
    y -= size * 1.2;
  }
  return texts;
}

extract::ReadSettings pdf_settings(const extract::ReadLimits& limits) {
  extract::ReadSettings settings;
  settings.limits = limits;
  settings.pdf.program = DOSSIER_PDF_PROGRAM;
  return settings;
}

}  // namespace dossier::test
