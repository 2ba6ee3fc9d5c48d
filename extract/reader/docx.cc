// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/docx.h"

#include <charconv>
#include <map>
#include <utility>

#include "extract/reader/archive.h"
#include "extract/reader/document_properties.h"
#include "extract/reader/office_text.h"
#include "extract/reader/unpack.h"
#include "extract/reader/zip_document.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Of the end of a zip file, where it lists what it holds.
constexpr std::size_t kDirectoryWithin = std::size_t{1} << 20;
constexpr int kLongestStyleChain = 10;

/// The transitional and the strict namespace have this in common.
bool is_word(const xml::Name& name) {
  return name.name_space.find("wordprocessingml") != std::string_view::npos;
}

bool is_on(const xml::Element& element) {
  const std::string_view value = attribute(element, "val");
  return value != "0" && value != "false" && value != "off";
}

int size_in(std::string_view text) {
  int size = 0;
  std::from_chars(text.data(), text.data() + text.size(), size);
  return size;
}

ParagraphStyle style_named(const std::string& name) {
  if (name == "title") return ParagraphStyle::title;
  if (name.starts_with("heading ")) return ParagraphStyle::heading;
  if (name.starts_with("toc ") || name == "toc heading") return ParagraphStyle::left_out;
  if (name == "caption") return ParagraphStyle::caption;
  if (name.starts_with("list ")) return ParagraphStyle::item;
  return ParagraphStyle::text;
}

/// word/styles.xml: the styles' own names are the same in every language of Word, their identifiers
/// are not.
class Styles : public xml::Handler {
 public:
  void start_element(const xml::Element& element) override {
    if (!is_word(element.name)) return;
    if (element.name.local == "style") style_ = attribute(element, "styleId");
    if (element.name.local == "name") styles_[style_].name = to_lower(attribute(element, "val"));
    if (element.name.local == "basedOn") styles_[style_].base = attribute(element, "val");
  }
  void end_element(const xml::Name&) override {}
  void text(std::string_view) override {}

  ParagraphStyle of(std::string identifier) const {
    for (int step = 0; step < kLongestStyleChain; ++step) {
      const auto found = styles_.find(identifier);
      if (found == styles_.end()) break;
      const ParagraphStyle style = style_named(found->second.name);
      if (style != ParagraphStyle::text) return style;
      identifier = found->second.base;
    }
    return ParagraphStyle::text;
  }

 private:
  struct Style {
    std::string name, base;
  };
  std::string style_;
  std::map<std::string, Style> styles_;
};

/// A part with running text: the document, its footnotes, its endnotes.
class TextPart : public xml::Handler {
 public:
  TextPart(const Styles& styles, OfficeText& out) : styles_(styles), out_(out) {}

  void start_element(const xml::Element& element) override {
    if (skipped_ > 0 || is_left_out(element)) {
      ++skipped_;
    } else if (is_word(element.name)) {
      start(element);
    }
  }

  void end_element(const xml::Name& name) override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (is_word(name)) {
      end(name.local);
    }
  }

  void text(std::string_view text) override {
    if (skipped_ == 0 && in_text_ && !hidden_) out_.append(text, bold_, size_);
  }

 private:
  /// What was deleted or moved away, the code of fields, the twin of a text box for old programs,
  /// and notes that only draw a line.
  static bool is_left_out(const xml::Element& element) {
    const std::string_view local = element.name.local;
    if (local == "Fallback") return true;
    if (!is_word(element.name)) return false;
    if (local == "footnote" || local == "endnote")
      return attribute(element, "type").find("eparator") != std::string_view::npos;
    return local == "del" || local == "moveFrom" || local == "delText" || local == "instrText" ||
           local == "rt" || local == "pPrChange" || local == "rPrChange";
  }

  void start(const xml::Element& element) {
    const std::string_view local = element.name.local;
    if (local == "p") {
      out_.open_paragraph();
    } else if (local == "pStyle") {
      out_.set_style(styles_.of(std::string(attribute(element, "val"))));
    } else if (local == "numPr") {
      listed_ = true;
    } else if (local == "r") {
      in_run_ = true;
    } else if (local == "b" && in_run_) {
      bold_ = is_on(element);
    } else if (local == "sz" && in_run_) {
      size_ = size_in(attribute(element, "val"));
    } else if (local == "vanish" && in_run_) {
      hidden_ = is_on(element);
    } else if (local == "t") {
      in_text_ = true;
    } else if (local == "tab" && in_run_) {
      out_.append("\t");
    } else if ((local == "br" || local == "cr") && in_run_) {
      out_.append("\n");
    } else if (local == "gridSpan") {
      out_.span_cell(attribute(element, "val"));
    } else if (local == "noBreakHyphen") {
      out_.append("-");
    } else if (local == "tbl") {
      out_.open_table();
    } else if (local == "tr") {
      out_.open_row();
    } else if (local == "tblHeader") {
      if (is_on(element)) out_.mark_head_row();
    } else if (local == "tc") {
      out_.open_cell();
    } else if (local == "footnote" || local == "endnote") {
      out_.open_note();
    }
  }

  void end(std::string_view local) {
    if (local == "pPr") {
      // A numbered heading is a heading.
      if (listed_ && !out_.is_styled()) out_.set_style(ParagraphStyle::item);
      listed_ = false;
    } else if (local == "p") {
      out_.close_paragraph();
    } else if (local == "r") {
      in_run_ = hidden_ = bold_ = false;
      size_ = 0;
    } else if (local == "t") {
      in_text_ = false;
    } else if (local == "tbl") {
      out_.close_table();
    } else if (local == "footnote" || local == "endnote") {
      out_.close_note();
    }
  }

  const Styles& styles_;
  OfficeText& out_;
  int skipped_ = 0;
  int size_ = 0;  ///< of the letters of a run, in half points; 0: as the paragraph's style has it
  bool bold_ = false;
  bool in_run_ = false, in_text_ = false, hidden_ = false, listed_ = false;
};

/// _rels/.rels: which file is the document.
class Relations : public xml::Handler {
 public:
  void start_element(const xml::Element& element) override {
    if (attribute(element, "Type").ends_with("/officeDocument"))
      document = attribute(element, "Target");
  }
  void end_element(const xml::Name&) override {}
  void text(std::string_view) override {}

  std::string document = "word/document.xml";
};

}  // namespace

bool opens_as_docx(std::string_view content) {
  if (!opens_as_zip(content)) return false;
  const std::size_t within = std::min(content.size(), kDirectoryWithin);
  return content.substr(content.size() - within).find("word/document") != std::string_view::npos;
}

SourceText docx_text(std::string_view content, const std::string& source_name,
                     const ReadSettings& settings) {
  const ZipDocument file(content, source_name, settings.limits);
  Relations relations;
  file.parse("_rels/.rels", relations);
  if (relations.document.starts_with('/')) relations.document.erase(0, 1);
  file.at(relations.document);
  Styles styles;
  file.parse("word/styles.xml", styles);
  OfficeText out;
  for (const std::string& part :
       {relations.document, std::string("word/footnotes.xml"), std::string("word/endnotes.xml")}) {
    TextPart reader(styles, out);
    file.parse(part, reader);
  }
  SourceText source = out.finish();
  source.facts = document_properties(file, "docProps/core.xml");
  source.may_have_foot = false;
  refuse_beyond(settings.limits.text, source.text.size(), source_name);
  return source;
}

}  // namespace dossier::extract
