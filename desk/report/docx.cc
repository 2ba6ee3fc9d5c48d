// SPDX-License-Identifier: Apache-2.0
// Office Open XML, ECMA-376 part 1: the smallest document with headings, tables and links.
#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <memory>

#include "desk/report/writers.h"
#include "desk/write/escape.h"
#include "dossier/error.h"

namespace dossier::reporting {
namespace {

using writing::xml_text;

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The prefix of all names of parts and relations.
constexpr std::string_view kSchemas = "http://schemas.openxmlformats.org/";
constexpr std::string_view kWordType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string types() {
  std::string out = fmt::format(
      "<Types xmlns=\"{}package/2006/content-types\">\n<Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n",
      kSchemas);
  for (const auto& [part, type] :
       {std::pair("document", "document.main"), std::pair("styles", "styles")})
    out += fmt::format("<Override PartName=\"/word/{}.xml\" ContentType=\"{}{}+xml\"/>\n", part,
                       kWordType, type);
  return out + "</Types>\n";
}

/// A part that has one relation.
std::string relation(std::string_view type, std::string_view target) {
  return fmt::format(
      "<Relationships xmlns=\"{0}package/2006/relationships\">\n<Relationship Id=\"rId1\" "
      "Type=\"{0}officeDocument/2006/relationships/{1}\" Target=\"{2}\"/>\n</Relationships>\n",
      kSchemas, type, target);
}

std::string styles() {
  std::string out =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n"
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/>"
      "<w:sz w:val=\"22\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/>"
      "</w:pPr></w:pPrDefault></w:docDefaults>\n"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
      "w:val=\"Normal\"/>"
      "</w:style>\n";
  constexpr int kSizes[] = {40, 30, 25};
  for (int level = 1; level <= 3; ++level)
    out += fmt::format(
        "<w:style w:type=\"paragraph\" w:styleId=\"Heading{0}\"><w:name w:val=\"heading {0}\"/>"
        "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing "
        "w:before=\"240\"/><w:outlineLvl w:val=\"{1}\"/></w:pPr><w:rPr><w:b/><w:sz "
        "w:val=\"{2}\"/></w:rPr></w:style>\n",
        level, level - 1, kSizes[level - 1]);
  return out + "</w:styles>\n";
}

std::string run(std::string_view text, std::string_view properties = "") {
  if (text.empty()) return {};
  return fmt::format("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
                     properties.empty() ? "" : fmt::format("<w:rPr>{}</w:rPr>", properties),
                     xml_text(writing::one_line(text).empty() ? " " : text));
}

std::string runs_of(const Runs& runs) {
  std::string out;
  for (const Run& one : runs) {
    out += run(one.text, one.strong ? "<w:b/>" : "");
    for (const std::size_t number : one.citations)
      out += fmt::format("<w:hyperlink w:anchor=\"c{0}\">{1}</w:hyperlink>", number,
                         run(fmt::format("[{}]", number),
                             "<w:color w:val=\"0B5CAD\"/><w:vertAlign w:val=\"superscript\"/>"));
  }
  return out;
}

std::string paragraph(const std::string& inside, std::string_view properties = "") {
  return fmt::format("<w:p>{}{}</w:p>\n",
                     properties.empty() ? "" : fmt::format("<w:pPr>{}</w:pPr>", properties),
                     inside);
}

std::string heading(int level, std::string_view text) {
  return paragraph(run(text), fmt::format("<w:pStyle w:val=\"Heading{}\"/>", level));
}

class Blocks {
 public:
  explicit Blocks(std::string& out) : out_(out) {}

  void operator()(const Heading& one) const { out_ += heading(one.level, one.text); }
  void operator()(const Paragraph& one) const { out_ += paragraph(runs_of(one.runs)); }
  void operator()(const Bullets& bullets) const {
    for (const Runs& item : bullets.items)
      out_ += paragraph(run("•\u00A0") + runs_of(item),
                        "<w:spacing w:after=\"40\"/><w:ind w:left=\"360\" w:hanging=\"240\"/>");
  }
  void operator()(const Grid& grid) const {
    out_ +=
        "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders><w:insideH "
        "w:val=\"single\" w:sz=\"4\" w:color=\"C0C0C0\"/></w:tblBorders></w:tblPr><w:tblGrid>";
    for (std::size_t i = 0; i < grid.head.size(); ++i) out_ += "<w:gridCol/>";
    out_ += "</w:tblGrid>\n<w:tr><w:trPr><w:tblHeader/></w:trPr>";
    for (const std::string& name : grid.head) cell(run(name, "<w:b/>"));
    out_ += "</w:tr>\n";
    for (const std::vector<Runs>& row : grid.rows) {
      out_ += "<w:tr>";
      for (const Runs& one : row) cell(runs_of(one));
      out_ += "</w:tr>\n";
    }
    // Two tables that touch would be one.
    out_ += "</w:tbl>\n" + paragraph("");
  }
  void operator()(const Picture& picture) const {
    if (!picture.left_out.empty()) out_ += paragraph(run(picture.left_out));
    (*this)(picture.table);
  }

 private:
  void cell(const std::string& inside) const {
    out_ += "<w:tc>" + paragraph(inside, "<w:spacing w:after=\"40\"/>") + "</w:tc>";
  }

  std::string& out_;
};

std::string citation(std::size_t number, const Citation& one) {
  std::string text = fmt::format("[{}] {}: ", number, place_of(one));
  if (!one.speaker.empty()) text += one.speaker + ": ";
  return paragraph(
      fmt::format("<w:bookmarkStart w:id=\"{0}\" w:name=\"c{0}\"/>{1}"
                  "<w:bookmarkEnd w:id=\"{0}\"/>{2}",
                  number, run(text), run("“" + one.text + "”", "<w:i/>")));
}

std::string document(const Report& report) {
  std::string out =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      "<w:body>\n" +
      heading(1, report.title);
  for (const Block& block : report.blocks) std::visit(Blocks(out), block);
  if (!report.citations.empty()) out += heading(2, "Citations");
  for (std::size_t i = 0; i < report.citations.size(); ++i)
    out += citation(i + 1, report.citations[i]);
  if (!report.sources.empty()) out += heading(2, "Sources");
  for (const writing::Source& one : report.sources)
    out += paragraph(run(title_of(one.document.document, one.document.headline) +
                         (one.document.date.empty() ? "" : ", " + one.document.date) + ": ") +
                     run(identity_of(one)));
  return out + "<w:sectPr/></w:body></w:document>\n";
}

/// A zip archive in memory. Times are left out, so that the same parts give the same bytes.
class Zip {
 public:
  Zip() : archive_(archive_write_new(), &archive_write_free) {
    check(archive_write_set_format_zip(archive_.get()));
    check(archive_write_open(archive_.get(), &bytes_, nullptr, &Zip::take, nullptr));
  }

  void add(const char* name, const std::string& bytes) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              &archive_entry_free);
    archive_entry_set_pathname(entry.get(), name);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    check(archive_write_header(archive_.get(), entry.get()));
    if (archive_write_data(archive_.get(), bytes.data(), bytes.size()) !=
        static_cast<la_ssize_t>(bytes.size()))
      check(ARCHIVE_FATAL);
  }

  const std::string& finish() {
    check(archive_write_close(archive_.get()));
    return bytes_;
  }

 private:
  static la_ssize_t take(archive*, void* target, const void* data, std::size_t size) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
  }

  void check(int status) {
    if (status >= ARCHIVE_WARN) return;
    const char* why = archive_error_string(archive_.get());
    throw Error(ErrorCode::input,
                std::string("cannot make the document: ") + (why == nullptr ? "" : why));
  }

  std::string bytes_;
  std::unique_ptr<archive, decltype(&archive_write_free)> archive_;
};

}  // namespace

void write_docx(const Report& report, std::ostream& out) {
  Zip zip;
  const auto add = [&](const char* name, std::string_view part) {
    zip.add(name, std::string(kHead) + std::string(part));
  };
  add("[Content_Types].xml", types());
  add("_rels/.rels", relation("officeDocument", "word/document.xml"));
  add("word/document.xml", document(report));
  add("word/styles.xml", styles());
  add("word/_rels/document.xml.rels", relation("styles", "styles.xml"));
  const std::string& bytes = zip.finish();
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace dossier::reporting
