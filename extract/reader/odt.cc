// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/odt.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "extract/reader/archive.h"
#include "extract/reader/document_properties.h"
#include "extract/reader/office_text.h"
#include "extract/reader/unpack.h"
#include "extract/reader/zip_document.h"

namespace dossier::extract {
namespace {

/// The first file of a document, not packed: its name at byte 30, its content at once behind.
constexpr std::string_view kMimeType = "mimetypeapplication/vnd.oasis.opendocument.text";
constexpr std::size_t kMimeTypeAt = 30;
constexpr std::size_t kMostSpaces = 1000;

/// META-INF/manifest.xml of a document with a password.
class Manifest : public xml::Handler {
 public:
  void start_element(const xml::Element& element) override {
    encrypted = encrypted || element.name.local == "encryption-data";
  }
  void end_element(const xml::Name&) override {}
  void text(std::string_view) override {}

  bool encrypted = false;
};

std::string spaces(std::string_view count) {
  std::size_t number = 1;
  std::from_chars(count.data(), count.data() + count.size(), number);
  return std::string(std::min(number, kMostSpaces), ' ');
}

class Content : public xml::Handler {
 public:
  explicit Content(OfficeText& out) : out_(out) {}

  void start_element(const xml::Element& element) override {
    if (skipped_ > 0 || is_left_out(element.name.local)) {
      ++skipped_;
    } else {
      start(element);
    }
  }

  void end_element(const xml::Name& name) override {
    if (skipped_ > 0) {
      --skipped_;
    } else {
      end(name.local);
    }
  }

  void text(std::string_view text) override {
    if (skipped_ > 0) return;
    // White space is one space, as in HTML; <text:s> stands for more.
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space || !after_space_) piece_ += space ? ' ' : c;
      after_space_ = space;
    }
    put(piece_);
    piece_.clear();
  }

 private:
  /// Tracked changes hold what was deleted; what was inserted stands in the text.
  static bool is_left_out(std::string_view local) {
    return local == "tracked-changes" || local == "annotation" || local == "note-citation" ||
           local == "table-of-content" || local == "alphabetical-index" || local == "ruby-text" ||
           local == "desc" || local == "forms" || local == "scripts";
  }

  void start(const xml::Element& element) {
    const std::string_view local = element.name.local;
    if (local == "p") {
      out_.open_paragraph(style_of(element));
      form_ = forms_[std::string(attribute(element, "style-name"))];
      after_space_ = true;
    } else if (local == "h") {
      out_.open_paragraph(ParagraphStyle::heading);
      after_space_ = true;
    } else if (local == "style") {
      note_style(element);
      styled_ = attribute(element, "name");
    } else if (local == "text-properties") {
      Form& form = forms_[styled_];
      form.bold = attribute(element, "font-weight") == "bold";
      const std::string_view size = attribute(element, "font-size");
      std::from_chars(size.data(), size.data() + size.size(), form.size);
    } else if (local == "list-item") {
      ++items_;
    } else if (local == "s") {
      put(spaces(attribute(element, "c")));
    } else if (local == "tab") {
      put("\t");
    } else if (local == "line-break") {
      put("\n");
    } else if (local == "table") {
      out_.open_table();
    } else if (local == "table-header-rows") {
      in_head_rows_ = true;
    } else if (local == "table-row") {
      out_.open_row(in_head_rows_);
    } else if (local == "table-cell") {
      out_.open_cell();
      out_.span_cell(attribute(element, "number-columns-spanned"));
    } else if (local == "note-body") {
      out_.open_note();
    }
  }

  void end(std::string_view local) {
    if (local == "p" || local == "h") {
      out_.close_paragraph();
    } else if (local == "list-item") {
      --items_;
    } else if (local == "table-header-rows") {
      in_head_rows_ = false;
    } else if (local == "table") {
      out_.close_table();
    } else if (local == "note-body") {
      out_.close_note();
    }
  }

  void put(std::string_view text) { out_.append(text, form_.bold, form_.size); }

  /// A style of this document only, made of one that has a name.
  void note_style(const xml::Element& element) {
    bases_.emplace(attribute(element, "name"), attribute(element, "parent-style-name"));
  }

  ParagraphStyle style_of(const xml::Element& element) const {
    std::string name(attribute(element, "style-name"));
    if (const auto base = bases_.find(name); base != bases_.end()) name = base->second;
    if (name == "Title") return ParagraphStyle::title;
    // What LibreOffice calls the captions of pictures, tables and drawings.
    for (const char* caption : {"Caption", "Illustration", "Figure", "Table", "Drawing"})
      if (name == caption) return ParagraphStyle::caption;
    return items_ > 0 ? ParagraphStyle::item : ParagraphStyle::text;
  }

  /// Of the letters of a paragraph; of words inside it that are set otherwise it tells nothing.
  struct Form {
    bool bold = false;
    int size = 0;  ///< points
  };

  OfficeText& out_;
  std::string styled_;  ///< the style whose properties are read
  std::map<std::string, Form> forms_;
  Form form_;
  std::map<std::string, std::string> bases_;
  std::string piece_;
  int skipped_ = 0, items_ = 0;
  bool in_head_rows_ = false;
  bool after_space_ = true;
};

}  // namespace

bool opens_as_odt(std::string_view content) {
  if (!opens_as_zip(content) || content.size() < kMimeTypeAt) return false;
  return content.substr(kMimeTypeAt).starts_with(kMimeType);
}

SourceText odt_text(std::string_view content, const std::string& source_name,
                    const ReadSettings& settings) {
  const ZipDocument file(content, source_name, settings.limits);
  Manifest manifest;
  file.parse("META-INF/manifest.xml", manifest);
  if (manifest.encrypted)
    refuse_source(source_name, "the document is encrypted; save it without a password");
  file.at("content.xml");
  OfficeText out;
  Content reader(out);
  file.parse("content.xml", reader);
  SourceText source = out.finish();
  source.facts = document_properties(file, "meta.xml");
  source.may_have_foot = false;
  refuse_beyond(settings.limits.text, source.text.size(), source_name);
  return source;
}

}  // namespace dossier::extract
