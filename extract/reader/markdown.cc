// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/markdown.h"

#include <algorithm>
#include <string_view>

#include "extract/reader/plain_text.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

void blank(std::u32string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < text.size(); ++i) {
    if (!is_line_end(text[i])) text[i] = U' ';
  }
}

std::size_t line_end(const std::u32string& text, std::size_t at) {
  while (at < text.size() && !is_line_end(text[at])) ++at;
  return at;
}

void take_value(StatedFacts& facts, std::u32string_view line) {
  const std::size_t colon = line.find(U':');
  if (colon == std::u32string_view::npos) return;
  const std::string key = to_lower(to_utf8(trim(line.substr(0, colon))));
  std::u32string_view value = trim(line.substr(colon + 1));
  if (value.size() >= 2 && is_quote(value.front()) && value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  if (key == "title") facts.title = to_utf8(value);
  if (key == "date") facts.date = to_utf8(value);
  if (key == "author") facts.author = to_utf8(value);
  if (key == "place" || key == "location") facts.place = to_utf8(value);
}

/// Where the front matter ends; 0 when there is none.
std::size_t read_front_matter(const std::u32string& text, StatedFacts& facts) {
  if (!text.starts_with(U"---")) return 0;
  std::size_t at = line_end(text, 0);
  while (at < text.size()) {
    const std::size_t begin = at + 1;
    at = line_end(text, begin);
    if (begin > text.size()) return 0;
    const std::u32string_view line = trim(std::u32string_view(text).substr(begin, at - begin));
    if (line == U"---" || line == U"...") return at;
    take_value(facts, line);
  }
  return 0;
}

/// Heading, quote and list marks at a line's start; lines of marks alone ("-----", "```").
void blank_line_marks(std::u32string& text, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && (text[at] == U'#' || text[at] == U'>' || is_space(text[at]))) ++at;
  const bool rule = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                text.begin() + static_cast<std::ptrdiff_t>(end), [](char32_t c) {
                                  return c == U'-' || c == U'*' || c == U'_' || c == U'=' ||
                                         c == U'|' || c == U':' || c == U' ';
                                });
  blank(text, begin, rule ? end : at);
}

/// "[words](address)" and "![alt](address)": the words stay, an image goes.
void blank_links(std::u32string& text, std::size_t begin, std::size_t end) {
  for (std::size_t open = begin; open < end; ++open) {
    if (text[open] != U'[') continue;
    const std::size_t close = text.find(U']', open);
    if (close >= end || close + 1 >= end || text[close + 1] != U'(') continue;
    const std::size_t target = text.find(U')', close);
    if (target >= end) continue;
    const bool image = open > begin && text[open - 1] == U'!';
    blank(text, image ? open - 1 : open, image ? target + 1 : open + 1);
    blank(text, close, target + 1);
  }
}

void blank_emphasis(std::u32string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t c = text[i];
    const bool star = c == U'*' && !(i == begin && i + 1 < end && is_space(text[i + 1]));
    const bool underscore = c == U'_' && (i == begin || !is_letter(text[i - 1]) || i + 1 == end ||
                                          !is_letter(text[i + 1]));
    if (star || underscore || c == U'`') text[i] = U' ';
  }
}

}  // namespace

StatedFacts blank_markdown(std::u32string& text) {
  StatedFacts facts;
  std::size_t at = read_front_matter(text, facts);
  blank(text, 0, at);
  bool code = false;
  for (; at < text.size(); ++at) {
    const std::size_t end = line_end(text, at);
    const std::u32string_view line = trim(std::u32string_view(text).substr(at, end - at));
    const bool fence = line.starts_with(U"```") || line.starts_with(U"~~~");
    if (code || fence) {
      blank(text, at, end);
      code = code != fence;
    } else {
      blank_line_marks(text, at, end);
      blank_links(text, at, end);
      blank_emphasis(text, at, end);
    }
    at = end;
  }
  return facts;
}

SourceText markdown_text(std::string_view content, const std::string& source_name,
                         const ReadSettings& settings) {
  SourceText source = plain_text(content, source_name, settings);
  source.facts = blank_markdown(source.text);
  return source;
}

}  // namespace dossier::extract
