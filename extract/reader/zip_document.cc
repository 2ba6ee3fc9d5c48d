// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/zip_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/error.h"
#include "extract/interruption.h"
#include "extract/reader/archive.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostNesting = 500;

bool holds_text(const std::string& path) {
  static constexpr auto kEndings =
      std::to_array<std::string_view>({".xml", ".rels", ".opf", ".xhtml", ".html", ".htm"});
  const std::string lower = to_lower(std::string_view(path));
  for (const std::string_view ending : kEndings)
    if (lower.ends_with(ending)) return true;
  return lower == "mimetype";
}

/// The list of files at the end, behind which only a comment of 64 KiB at most stands.
bool has_zip_end(std::string_view bytes) {
  constexpr std::size_t kEndSize = 22;
  constexpr std::size_t kWithin = (64 << 10) + kEndSize;
  const std::string_view end = bytes.substr(bytes.size() - std::min(bytes.size(), kWithin));
  const std::size_t at = end.rfind("PK\x05\x06");
  return at != std::string_view::npos && end.size() - at >= kEndSize;
}

}  // namespace

ZipDocument::ZipDocument(std::string_view bytes, std::string source, const ReadLimits& limits)
    : source_(std::move(source)) {
  if (!opens_as_zip(bytes)) refuse_source(source_, "the content is not what the name says");
  if (!has_zip_end(bytes)) refuse_source(source_, "the document is damaged: its end is missing");
  Archive archive(bytes, source_);
  std::size_t left = limits.file;
  for (std::size_t count = 0; archive.next(); ++count) {
    if (count == limits.entries)
      refuse_source(source_, fmt::format("it holds more than {} files", limits.entries));
    if (!holds_text(archive.path())) continue;
    if (archive.is_encrypted())
      refuse_source(source_, "the document is encrypted; save it without a password");
    std::string content = archive.read(left);
    left -= content.size();
    files_.emplace(archive.path(), std::move(content));
  }
}

const std::string* ZipDocument::find(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

const std::string& ZipDocument::at(const std::string& path) const {
  const std::string* const content = find(path);
  if (content == nullptr)
    refuse_source(source_, fmt::format("the document is damaged: it has no {}", path));
  return *content;
}

bool ZipDocument::parse(const std::string& path, xml::Handler& handler) const {
  const std::string* const content = find(path);
  if (content == nullptr) return false;
  try {
    xml::parse(*content, handler, kMostNesting, [](std::size_t) { Interruption::check_here(); });
  } catch (const Error& error) {
    if (error.code() != ErrorCode::syntax && error.code() != ErrorCode::limit &&
        error.code() != ErrorCode::unsupported)
      throw;
    refuse_source(source_, fmt::format("the document is damaged: {}: {}", path, error.what()));
  }
  return true;
}

std::string_view attribute(const xml::Element& element, std::string_view local) {
  for (const xml::Attribute& one : element.attributes)
    if (one.name.local == local) return one.value;
  return {};
}

}  // namespace dossier::extract
