// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "dossier/error.h"
#include "extract/reader/archive.h"
#include "extract/reader/container.h"
#include "extract/reader/docx.h"
#include "extract/reader/epub.h"
#include "extract/reader/html_text.h"
#include "extract/reader/mail.h"
#include "extract/reader/markdown.h"
#include "extract/reader/odt.h"
#include "extract/reader/other_formats.h"
#include "extract/reader/pdf_text.h"
#include "extract/reader/plain_text.h"
#include "extract/reader/source_name.h"
#include "extract/reader/subtitles.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::extract {
namespace {

/// A PDF may have a little of something else before its header.
constexpr std::size_t kPdfHeaderWithin = 1024;
constexpr std::size_t kHtmlHeaderWithin = 1024;

constexpr std::string_view kMarkdownEndings[] = {".md", ".markdown"};
constexpr std::string_view kHtmlEndings[] = {".html", ".htm", ".xhtml"};
constexpr std::string_view kMhtmlEndings[] = {".mhtml", ".mht"};
constexpr std::string_view kPdfEndings[] = {".pdf"};
constexpr std::string_view kDocxEndings[] = {".docx", ".docm"};
constexpr std::string_view kOdtEndings[] = {".odt"};
constexpr std::string_view kEpubEndings[] = {".epub"};
constexpr std::string_view kMailEndings[] = {".eml"};
constexpr std::string_view kSubtitleEndings[] = {".srt", ".vtt"};
constexpr std::string_view kConlluEndings[] = {".conllu"};
constexpr std::string_view kTextEndings[] = {".txt"};

/// What stands before the first tag of a page: a byte order mark, white space, comments, an XML
/// declaration.
std::string_view without_prologue(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  for (;;) {
    const std::size_t at = content.find_first_not_of(" \t\r\n\f");
    content.remove_prefix(at == std::string_view::npos ? content.size() : at);
    const std::string_view close = content.starts_with("<!--")    ? "-->"
                                   : content.starts_with("<?xml") ? "?>"
                                                                  : "";
    const std::size_t end = close.empty() ? std::string_view::npos : content.find(close);
    if (end == std::string_view::npos) return content;
    content.remove_prefix(end + close.size());
  }
}

bool opens_as_html(std::string_view content) {
  const std::string start =
      ascii_lower(without_prologue(content.substr(0, kHtmlHeaderWithin)).substr(0, 14));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

bool opens_as_pdf(std::string_view content) {
  return content.substr(0, kPdfHeaderWithin).find("%PDF-") != std::string_view::npos;
}

bool opens_as_mhtml(std::string_view content) {
  const std::string_view start = content.substr(0, kHtmlHeaderWithin);
  return start.find("Snapshot-Content-Location:") != std::string_view::npos ||
         start.find("<Saved by ") != std::string_view::npos;
}

constexpr DocumentFormat kFormats[] = {
    {"PDF", kPdfEndings, opens_as_pdf, pdf_text},
    {"Word", kDocxEndings, opens_as_docx, docx_text},
    {"OpenDocument", kOdtEndings, opens_as_odt, odt_text},
    {"EPUB", kEpubEndings, opens_as_epub, epub_text},
    {"HTML", kHtmlEndings, opens_as_html, html_text},
    {"web archive", kMhtmlEndings, opens_as_mhtml, mhtml_text},
    {"e-mail", kMailEndings, opens_as_mail, mail_text},
    {"subtitles", kSubtitleEndings, opens_as_subtitles, subtitle_text},
    {"CoNLL-U", kConlluEndings, nullptr, nullptr},
    {"Markdown", kMarkdownEndings, nullptr, markdown_text},
    {"plain text", kTextEndings, nullptr, plain_text}};
constexpr const DocumentFormat& kPlainText = kFormats[std::size(kFormats) - 1];

void refuse_container(const std::string& name, std::string_view content) {
  const Container kind = container_of(name, content);
  if (kind == Container::none || kind == Container::mail) return;
  throw Error(ErrorCode::unsupported,
              name + ": the file may hold several documents; ingest reads them, each by itself");
}

void refuse_zip_document(const std::string& name, std::string_view content) {
  if (!opens_as_zip(content) || !is_zip_document(name, content) || format_of_ending(name)) return;
  throw Error(ErrorCode::unsupported,
              name +
                  ": this is an office document of a kind that is not read; save it as .docx, "
                  ".odt, PDF, HTML or plain text");
}

}  // namespace

std::span<const DocumentFormat> document_formats() { return kFormats; }

const DocumentFormat* format_of_ending(std::string_view name) {
  const std::string lower = to_lower(std::string_view(without_packing(name)));
  for (const DocumentFormat& format : kFormats) {
    for (const std::string_view ending : format.endings) {
      if (lower.ends_with(ending)) return &format;
    }
  }
  return nullptr;
}

const DocumentFormat& format_of(const std::string& name, std::string_view content) {
  for (const DocumentFormat& format : kFormats) {
    if (format.opens != nullptr && format.opens(content)) return format;
  }
  refuse_other_format(name, content);
  refuse_zip_document(name, content);
  refuse_container(name, content);
  const DocumentFormat* const format = format_of_ending(name);
  return format != nullptr && format->read != nullptr ? *format : kPlainText;
}

bool is_zip_document(std::string_view name, std::string_view content) {
  const DocumentFormat* const stated = format_of_ending(name);
  if (stated != nullptr &&
      (stated->read == docx_text || stated->read == odt_text || stated->read == epub_text))
    return true;
  constexpr std::string_view kOpenDocument = "mimetypeapplication/vnd.oasis.opendocument";
  constexpr std::size_t kOpenDocumentAt = 30;
  constexpr std::size_t kDirectoryWithin = std::size_t{1} << 20;
  const std::size_t within = std::min(content.size(), kDirectoryWithin);
  return opens_as_docx(content) || opens_as_epub(content) ||
         content.substr(std::min(kOpenDocumentAt, content.size())).starts_with(kOpenDocument) ||
         content.substr(content.size() - within).find("[Content_Types].xml") !=
             std::string_view::npos;
}

bool is_source_name(std::string_view name) {
  return format_of_ending(name) != nullptr || container_of_ending(name) != Container::none;
}

bool is_conllu(const std::string& name, std::string_view content) {
  const std::string lower = to_lower(std::string_view(without_packing(name)));
  if (lower.ends_with(".conllu")) return true;
  if (lower.find('.') != std::string::npos) return false;
  while (content.starts_with('#')) {
    const std::size_t end = content.find('\n');
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
  }
  const std::string_view line = content.substr(0, content.find('\n'));
  return line.starts_with('1') && std::count(line.begin(), line.end(), '\t') == 9;
}

}  // namespace dossier::extract
