// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/front_matter.h"

#include <algorithm>
#include <string>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// The first line, removed from `text` with its line end.
std::u32string_view take_line(std::u32string_view& text) {
  const auto end =
      static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_line_end) - text.begin());
  const std::u32string_view line = text.substr(0, end);
  const std::size_t size = text.substr(end, 2) == U"\r\n" ? 2 : 1;
  text.remove_prefix(std::min(end + size, text.size()));
  return line;
}

void take_value(StatedFacts& facts, std::u32string_view line) {
  const std::size_t colon = line.find(U':');
  if (colon == std::u32string_view::npos) return;
  const std::string key = to_lower(to_utf8(trim(line.substr(0, colon))));
  std::u32string_view value = trim(line.substr(colon + 1));
  if (value.size() >= 2 && is_quote(value.front()) && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  if (key == "title") facts.title = to_utf8(value);
  if (key == "date") facts.date = to_utf8(value);
  if (key == "author") facts.author = to_utf8(value);
  if (key == "place" || key == "location") facts.place = to_utf8(value);
}

}  // namespace

StatedFacts take_front_matter(std::u32string_view& text) {
  StatedFacts facts;
  std::u32string_view rest = text;
  if (trim(take_line(rest)) != U"---") return {};
  while (!rest.empty()) {
    const std::u32string_view line = trim(take_line(rest));
    if (line == U"---" || line == U"...") {
      text = rest;
      return facts;
    }
    take_value(facts, line);
  }
  return {};
}

}  // namespace dossier::extract
