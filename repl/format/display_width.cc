// SPDX-License-Identifier: Apache-2.0
#include "repl/format/display_width.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "dossier/error.h"
#include "model/utf8.h"

namespace dossier::repl {
namespace {

constexpr UChar32 kEmojiPresentation = 0xFE0F;

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::size_t code_point_width(UChar32 c) {
  const int category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      category == U_CONTROL_CHAR) {
    return 0;
  }
  // Hangul vowels and final consonants join the syllable before them.
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// The width of one user-perceived character: that of its widest part.
std::size_t cluster_width(std::string_view cluster) {
  std::size_t width = 0;
  bool emoji = false;
  std::int32_t regional = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(cluster.data());
  const auto size = static_cast<std::int32_t>(cluster.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) {
      ++width;
      continue;
    }
    if (c == kEmojiPresentation) emoji = true;
    if (u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR)) ++regional;
    width = std::max(width, code_point_width(c));
  }
  return (emoji && width > 0) || regional == 2 ? 2 : width;
}

/// Loading the break rules takes milliseconds, so each thread does it once.
icu::BreakIterator& cluster_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0) {
      throw Error(ErrorCode::unsupported, "the Unicode character break rules cannot be opened");
    }
    return made;
  }();
  return *breaks;
}

/// Calls `visit(cluster, width)` for each user-perceived character until it returns false.
void for_each_cluster(std::string_view text,
                      const std::function<bool(std::string_view, std::size_t)>& visit) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UText, decltype(&utext_close)> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status),
      &utext_close);
  icu::BreakIterator& breaks = cluster_breaks();
  breaks.setText(utext.get(), status);
  if (U_FAILURE(status) != 0) {
    throw Error(ErrorCode::unsupported, "a text cannot be measured");
  }
  std::int32_t begin = breaks.first();
  for (std::int32_t end = breaks.next(); end != icu::BreakIterator::DONE; end = breaks.next()) {
    const std::string_view cluster =
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    if (!visit(cluster, cluster_width(cluster))) return;
    begin = end;
  }
}

/// Bytes of the longest beginning that fits `columns`.
std::size_t fitting_bytes(std::string_view text, std::size_t columns) {
  if (is_plain_ascii(text)) return std::min(text.size(), columns);
  std::size_t bytes = 0;
  std::size_t used = 0;
  for_each_cluster(text, [&](std::string_view cluster, std::size_t width) {
    if (used + width > columns) return false;
    used += width;
    bytes += cluster.size();
    return true;
  });
  return bytes;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_plain_ascii(text)) return text.size();
  std::size_t total = 0;
  for_each_cluster(text, [&](std::string_view, std::size_t width) {
    total += width;
    return true;
  });
  return total;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  return std::string(text.substr(0, fitting_bytes(text, columns - 1))) + "…";
}

std::vector<std::string> wrap_to_width(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t end =
        std::max<std::size_t>(fitting_bytes(text, std::max<std::size_t>(columns, 1)), 1);
    if (end < text.size() && text[end] != ' ') {
      const std::size_t space = text.rfind(' ', end);
      if (space != std::string_view::npos && space > 0) end = space;
    }
    // A break inside a word must not split a character.
    while (end < text.size() && !utf8::starts_code_point(text[end])) ++end;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(
        std::min(text.size(), end + (end < text.size() && text[end] == ' ' ? 1 : 0)));
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace dossier::repl
