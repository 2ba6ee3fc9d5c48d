// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/language.h"

#include <algorithm>

namespace dossier::functions {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool is_subtag(std::string_view subtag, bool first) {
  return !subtag.empty() && subtag.size() <= 8 &&
         std::all_of(subtag.begin(), subtag.end(),
                     [first](char c) { return is_letter(c) || (!first && c >= '0' && c <= '9'); });
}

}  // namespace

bool matches_language(std::string_view tag, std::string_view range) {
  if (range == "*") return !tag.empty();
  if (tag.size() < range.size() || tag.empty()) return false;
  if (tag.size() > range.size() && tag[range.size()] != '-') return false;
  return std::equal(range.begin(), range.end(), tag.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

bool same_language(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || matches_language(a, b));
}

bool is_language_tag(std::string_view tag) {
  for (bool first = true;; first = false) {
    const std::size_t dash = tag.find('-');
    if (!is_subtag(tag.substr(0, dash), first)) return false;
    if (dash == std::string_view::npos) return true;
    tag.remove_prefix(dash + 1);
  }
}

}  // namespace dossier::functions
