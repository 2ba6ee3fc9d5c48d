// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "dossier/error.h"
#include "extract/reader/html_text.h"
#include "extract/reader/markdown.h"
#include "extract/reader/pdf_text.h"
#include "extract/reader/plain_text.h"
#include "extract/reader/source_name.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::extract {
namespace {

/// A PDF may have a little of something else before its header.
constexpr std::size_t kPdfHeaderWithin = 1024;
constexpr std::size_t kHtmlHeaderWithin = 1024;

constexpr std::string_view kMarkdownEndings[] = {".md", ".markdown"};
constexpr std::string_view kHtmlEndings[] = {".html", ".htm", ".xhtml"};
constexpr std::string_view kPdfEndings[] = {".pdf"};
constexpr std::string_view kConlluEndings[] = {".conllu"};
constexpr std::string_view kTextEndings[] = {".txt"};

/// Formats that people have and that are not read, for a message that says so.
constexpr auto kOtherEndings = std::to_array<std::string_view>(
    {".docx", ".doc", ".odt", ".rtf", ".epub", ".pptx", ".xlsx", ".xml", ".zip", ".tar"});

struct Signature {
  std::string_view start;
  std::string_view format;
};
constexpr std::array<Signature, 4> kOtherSignatures = {
    {{"PK\x03\x04", "ZIP and office documents"},
     {"\xD0\xCF\x11\xE0", "old office documents"},
     {"{\\rtf", "RTF"},
     {"\x28\xB5\x2F\xFD", "Zstandard"}}};

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

constexpr DocumentFormat kFormats[] = {{"PDF", kPdfEndings, opens_as_pdf, pdf_text},
                                       {"HTML", kHtmlEndings, opens_as_html, html_text},
                                       {"CoNLL-U", kConlluEndings, nullptr, nullptr},
                                       {"Markdown", kMarkdownEndings, nullptr, markdown_text},
                                       {"plain text", kTextEndings, nullptr, plain_text}};
constexpr const DocumentFormat& kPlainText = kFormats[std::size(kFormats) - 1];

void refuse_others(const std::string& name, const std::string& lower, std::string_view content) {
  constexpr std::string_view kAdvice = "save the document as plain text, Markdown, HTML or PDF";
  for (const std::string_view ending : kOtherEndings) {
    if (!lower.ends_with(ending)) continue;
    throw Error(ErrorCode::unsupported,
                fmt::format("{}: {} files are not read; {}", name, ending, kAdvice));
  }
  for (const Signature& signature : kOtherSignatures) {
    if (!content.starts_with(signature.start)) continue;
    throw Error(ErrorCode::unsupported, fmt::format("{}: the content is {}, which is not read; {}",
                                                    name, signature.format, kAdvice));
  }
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
  refuse_others(name, to_lower(std::string_view(without_packing(name))), content);
  for (const DocumentFormat& format : kFormats) {
    if (format.opens != nullptr && format.opens(content)) return format;
  }
  const DocumentFormat* const format = format_of_ending(name);
  return format != nullptr && format->read != nullptr ? *format : kPlainText;
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
