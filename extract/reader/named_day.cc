// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/named_day.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kIsoDay = 10;  ///< characters
constexpr int kFirstYear = 1900, kLastYear = 2100;

/// The number that all of a text is; 0 for anything else.
int number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::optional<Day> usual(std::optional<Day> day) {
  const bool known =
      day && is_valid(*day) && day->year >= kFirstYear && day->year <= kLastYear && day->day > 0;
  return known ? day : std::nullopt;
}

std::optional<Day> iso_day_in(std::string_view text) {
  return text.size() == kIsoDay ? usual(parse_iso_day(text)) : std::nullopt;
}

std::optional<Day> day_of_folders(std::string_view year, std::string_view month,
                                  std::string_view day) {
  if (year.size() != 4 || month.size() < 2 || day.empty() || day.size() > 2) return std::nullopt;
  const int named = month_number(to_lower(month));
  return usual(Day{number_in(year), named > 0 ? named : number_in(month), number_in(day)});
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::optional<Day> day_of_address(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  std::string_view path = address.substr(scheme + 3);
  path = path.substr(0, path.find_first_of("?#"));
  std::vector<std::string_view> folders;
  while (!path.empty()) folders.push_back(next_item(path, '/'));
  for (std::size_t i = 1; i < folders.size(); ++i) {
    if (const auto day = iso_day_in(folders[i])) return day;
    if (i + 2 >= folders.size()) continue;
    if (const auto day = day_of_folders(folders[i], folders[i + 1], folders[i + 2])) return day;
  }
  return std::nullopt;
}

std::optional<Day> day_of_file_name(std::string_view name) {
  name = name.substr(0, name.find('.'));
  if (name.size() < kIsoDay) return std::nullopt;
  if (name.size() == kIsoDay || !is_alphanumeric(name[kIsoDay]))
    if (const auto day = iso_day_in(name.substr(0, kIsoDay))) return day;
  const std::size_t last = name.size() - kIsoDay;
  return last > 0 && !is_alphanumeric(name[last - 1]) ? iso_day_in(name.substr(last))
                                                      : std::nullopt;
}

std::optional<WrittenDate> day_of_imprint(std::u32string_view text,
                                          const std::vector<Line>& lines) {
  constexpr std::u32string_view kPublished = U"published";
  constexpr std::size_t kMostBetween = 6;  // characters: " on ", ": "
  for (const Line& line : lines) {
    const std::u32string words = to_lower(text_of(text, line.span));
    const bool imprint = words.find(U'\u00A9') != words.npos || words.find(U"isbn") != words.npos ||
                         words.find(U"issn") != words.npos;
    const std::size_t at = imprint ? words.find(kPublished) : words.npos;
    if (at == words.npos) continue;
    const auto date = find_date(std::u32string_view(words).substr(at));
    if (date && date->begin <= kPublished.size() + kMostBetween) return date;
  }
  return std::nullopt;
}

}  // namespace dossier::extract
