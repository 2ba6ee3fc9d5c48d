#include "extract/reader/source_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/text/unicode.h"
#include "model/error.h"

namespace dossier::extract {
namespace {

struct Signature {
  std::string_view start;
  std::string_view format;
};
constexpr std::array<Signature, 6> kSignatures = {{{"%PDF-", "PDF"},
                                                   {"PK\x03\x04", "ZIP and office documents"},
                                                   {"\xD0\xCF\x11\xE0", "old office documents"},
                                                   {"<!DOCTYPE html", "HTML"},
                                                   {"<html", "HTML"},
                                                   {"{\\rtf", "RTF"}}};
constexpr auto kOtherEndings =
    std::to_array<std::string_view>({".pdf", ".html", ".htm", ".xhtml", ".docx", ".doc", ".odt",
                                     ".rtf", ".epub", ".pptx", ".xlsx", ".xml", ".zip", ".tar"});

std::string without_gz(std::string_view name) {
  return std::string(name.ends_with(".gz") ? name.substr(0, name.size() - 3) : name);
}

}  // namespace

std::string file_name(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return std::string(path.substr(path.rfind('/') + 1));
}

bool is_conllu(const std::string& name) {
  return to_lower(std::string_view(without_gz(name))).ends_with(".conllu");
}

bool is_markdown(const std::string& name, std::string_view bytes) {
  const std::string lower = to_lower(std::string_view(without_gz(name)));
  for (const std::string_view ending : kOtherEndings) {
    if (!lower.ends_with(ending)) continue;
    throw Error(
        ErrorCode::unsupported,
        fmt::format("{}: {} files are not read; save the document as plain text or Markdown", name,
                    ending));
  }
  for (const Signature& signature : kSignatures) {
    if (!bytes.starts_with(signature.start)) continue;
    throw Error(ErrorCode::unsupported,
                fmt::format("{}: the content is {}, which is not read; save the document as plain "
                            "text or Markdown",
                            name, signature.format));
  }
  return lower.ends_with(".md") || lower.ends_with(".markdown");
}

std::string slug_of(std::string_view name) {
  const std::string stem = without_gz(name);
  const std::size_t dot = stem.rfind('.');
  const bool ending = dot != std::string::npos && dot > 0 && stem.size() - dot <= 9;
  std::u32string slug;
  for (const char32_t c : to_code_points(ending ? stem.substr(0, dot) : stem)) {
    const bool kept = is_letter(c) || is_digit(c) || c == U'-' || c == U'_' || c == U'.';
    if (kept && c != 0xFFFD) {
      slug += c;
    } else if (slug.empty() || slug.back() != U'_') {
      slug += U'_';
    }
  }
  const bool content =
      std::any_of(slug.begin(), slug.end(), [](char32_t c) { return is_letter(c) || is_digit(c); });
  return content ? to_utf8(slug) : "document";
}

}  // namespace dossier::extract
