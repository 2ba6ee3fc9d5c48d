// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_elements.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Whether a class or id is one of the words, or is made of one: "author-box", "relatedStories".
bool has_word(std::string_view class_or_id, const WordSet& words) {
  for (std::string_view rest = class_or_id; !rest.empty();)
    if (words.contains(to_lower(next_item(rest, ' ')))) return true;
  std::string word;
  for (std::size_t i = 0; i <= class_or_id.size(); ++i) {
    const bool hump = i > 0 && i < class_or_id.size() && is_capital(class_or_id[i]) &&
                      !is_capital(class_or_id[i - 1]);
    if (hump) {
      if (words.contains(word)) return true;
      word.clear();
    }
    if (i < class_or_id.size() && is_word_letter(class_or_id[i])) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(class_or_id[i])));
      continue;
    }
    if (words.contains(word)) return true;
    word.clear();
  }
  return false;
}

}  // namespace

bool breaks_line(std::string_view element) {
  static const WordSet elements("html", "breaks_line");
  return elements.contains(element);
}

bool is_left_out(std::string_view element) {
  static const WordSet elements("html", "left_out");
  return elements.contains(element);
}

bool is_left_out_role(std::string_view role) {
  static const WordSet roles("html", "left_out_role");
  return roles.contains(role);
}

bool is_boilerplate(std::string_view class_or_id) {
  static const WordSet words("html", "boilerplate");
  return has_word(class_or_id, words);
}

std::optional<HtmlOrigin::Kind> origin_kind(const HtmlAttributes& attributes) {
  static const WordSet authors("html", "tells_author");
  static const WordSet dates("html", "tells_date");
  for (const char* name : {"rel", "itemprop", "class", "id"}) {
    const auto found = attributes.find(name);
    if (found == attributes.end()) continue;
    if (has_word(found->second, authors)) return HtmlOrigin::Kind::author;
    if (has_word(found->second, dates)) return HtmlOrigin::Kind::date;
  }
  return std::nullopt;
}

std::string value(const HtmlAttributes& attributes, const std::string& name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string() : found->second;
}

bool is_footnote(const HtmlAttributes& attributes) {
  return value(attributes, "epub:type").find("note") != std::string::npos ||
         value(attributes, "role") == "doc-footnote" || value(attributes, "role") == "doc-endnote";
}

bool is_hidden(const HtmlAttributes& attributes) {
  std::string style = value(attributes, "style");
  std::erase(style, ' ');
  return attributes.contains("hidden") || value(attributes, "aria-hidden") == "true" ||
         style.find("display:none") != std::string::npos;
}

bool marks_boilerplate(std::string_view element, const HtmlAttributes& attributes) {
  if (element == "html" || element == "body" || element == "main" || element == "article")
    return false;
  return is_boilerplate(value(attributes, "class")) || is_boilerplate(value(attributes, "id"));
}

bool is_note_number(std::u32string_view text) {
  return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char32_t c) {
    return is_digit(c) || c == U'*' || c == 0x2020 || c == 0x2021;
  });
}

bool is_way_back(std::u32string_view text) {
  // A variant selector may follow.
  return !text.empty() && text.size() <= 2 &&
         std::u32string_view(U"\u21A9\u2191\u21B5\u21D1^").find(text[0]) !=
             std::u32string_view::npos;
}

bool is_note_mark(std::u32string_view text) {
  return text.size() > 2 && text.front() == U'[' && text.back() == U']' &&
         std::all_of(text.begin() + 1, text.end() - 1, is_digit);
}

}  // namespace dossier::extract
