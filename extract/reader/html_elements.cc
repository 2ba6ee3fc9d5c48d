// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_elements.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace dossier::extract {
namespace {

constexpr auto kLineBreaking = std::to_array<std::string_view>(
    {"address", "article", "aside",   "blockquote", "body",  "br",    "caption",  "center",
     "dd",      "details", "dialog",  "div",        "dl",    "dt",    "fieldset", "figcaption",
     "figure",  "footer",  "form",    "h1",         "h2",    "h3",    "h4",       "h5",
     "h6",      "header",  "hr",      "html",       "li",    "main",  "nav",      "ol",
     "p",       "pre",     "section", "summary",    "table", "tbody", "td",       "tfoot",
     "th",      "thead",   "tr",      "ul"});

constexpr auto kLeftOut = std::to_array<std::string_view>(
    {"applet", "aside",  "audio",  "button", "canvas",   "datalist", "dialog",   "embed",
     "footer", "frame",  "iframe", "map",    "menu",     "nav",      "noscript", "object",
     "script", "select", "style",  "svg",    "template", "textarea", "video"});

constexpr auto kLeftOutRoles =
    std::to_array<std::string_view>({"alert", "banner", "complementary", "contentinfo", "dialog",
                                     "menu", "menubar", "navigation", "search", "toolbar"});

constexpr auto kFurnitureWords = std::to_array<std::string_view>(
    {"ad",       "ads",     "advert",     "advertisement", "breadcrumb", "breadcrumbs",
     "comments", "cookie",  "cookies",    "copyright",     "footer",     "menu",
     "nav",      "navbar",  "navigation", "newsletter",    "pagination", "promo",
     "related",  "share",   "sharing",    "sidebar",       "social",     "subscribe",
     "tags",     "toolbar", "widget"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_word_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

}  // namespace

bool breaks_line(std::string_view element) { return contains(kLineBreaking, element); }

bool is_left_out(std::string_view element) { return contains(kLeftOut, element); }

bool is_left_out_role(std::string_view role) { return contains(kLeftOutRoles, role); }

bool names_furniture(std::string_view class_or_id) {
  std::string word;
  for (std::size_t i = 0; i <= class_or_id.size(); ++i) {
    if (i < class_or_id.size() && is_word_letter(class_or_id[i])) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(class_or_id[i])));
      continue;
    }
    if (contains(kFurnitureWords, word)) return true;
    word.clear();
  }
  return false;
}

}  // namespace dossier::extract
