// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/other_formats.h"

#include <fmt/format.h>

#include <utility>

#include "dossier/error.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/source_name.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"
#include "storage/load/unpacker.h"

namespace dossier::extract {
namespace {

constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0";
/// A Word document with a password is an old office document that holds it under this name.
constexpr std::string_view kEncryptedPackage{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                                             32};

/// The row of unread_formats.tsv for a file: of its ending, or of what it begins with; empty for
/// others.
std::string format_key(const std::string& name, std::string_view content) {
  constexpr std::pair<std::string_view, std::string_view> kStarts[] = {
      {kOldOffice, "ole"},          {"{\\rtf", ".rtf"},
      {"\x28\xB5\x2F\xFD", "zstd"}, {"7z\xBC\xAF\x27\x1C", "7z"},
      {"Rar!\x1A\x07", "rar"},      {"-----BEGIN PGP MESSAGE-----", "openpgp"},
      {"Salted__", "openssl"},      {"age-encryption.org/", "age"}};
  static const WordColumn formats("unread_formats", "format");
  const std::string lower = to_lower(std::string_view(without_packing(name)));
  const std::size_t dot = lower.rfind('.');
  const std::string ending = dot == std::string::npos ? std::string() : lower.substr(dot);
  if (!formats[ending].empty()) return ending;
  for (const auto& [start, key] : kStarts)
    if (content.starts_with(start)) return std::string(key);
  return std::string(storage::foreign_packer(content));
}

}  // namespace

void refuse_other_format(const std::string& name, std::string_view content) {
  static const WordColumn formats("unread_formats", "format");
  static const WordColumn advice("unread_formats", "advice");
  if (content.starts_with(kOldOffice) && content.find(kEncryptedPackage) != std::string_view::npos)
    refuse_source(name, "the document is encrypted; save it without a password");
  const std::string key = format_key(name, content);
  if (key.empty()) return;
  throw Error(ErrorCode::unsupported, fmt::format("{}: this is {}, which is not read; {}", name,
                                                  formats[key], advice[key]));
}

}  // namespace dossier::extract
