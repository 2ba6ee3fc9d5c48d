// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/source_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "extract/reader/format.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

/// The bytes of one character at the beginning, or one byte that begins none.
std::string_view first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const std::string_view character = text.substr(0, length);
  return well_formed(character) == character ? character : text.substr(0, 1);
}

std::string readable(std::string_view name) {
  std::string result;
  while (!name.empty()) {
    const std::string_view character = first_character(name);
    name.remove_prefix(character.size());
    if (character != kReplacement && well_formed(character) == character) {
      result += character;
      continue;
    }
    for (const char byte : character)
      result += fmt::format("{}{:02X}", kReplacement, static_cast<unsigned char>(byte));
  }
  return result;
}

std::string slug_part(std::string_view part) {
  std::u32string slug;
  for (const char32_t c : to_code_points(part)) {
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

}  // namespace

std::string file_name(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return readable(path.substr(path.rfind('/') + 1));
}

std::string document_name(std::string_view path) { return readable(path); }

bool is_lost_file(const std::string& name) {
  std::error_code unknown;
  if (!is_source_name(name) || std::filesystem::exists(name, unknown) || unknown) return false;
  for (std::size_t slash = name.find('/'); slash != std::string::npos;
       slash = name.find('/', slash + 1)) {
    if (std::filesystem::is_regular_file(name.substr(0, slash), unknown)) return false;
  }
  return true;
}

std::string without_packing(std::string_view name) {
  for (const std::string_view ending : {".gz", ".zst"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return std::string(name);
}

std::string slug_of(std::string_view name) {
  std::string slug;
  for (std::size_t slash = 0; (slash = name.find('/')) != std::string_view::npos;) {
    const std::string_view folder = name.substr(0, slash);
    if (!folder.empty() && folder != "." && folder != "..") slug += slug_part(folder) + "/";
    name.remove_prefix(slash + 1);
  }
  const std::string stem = without_packing(name);
  const std::size_t dot = stem.rfind('.');
  const bool ending = dot != std::string::npos && dot > 0 && stem.size() - dot <= 9;
  return slug + slug_part(ending ? stem.substr(0, dot) : stem);
}

}  // namespace dossier::extract
