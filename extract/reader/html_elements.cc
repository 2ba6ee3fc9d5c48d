// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_elements.h"

#include <cctype>
#include <string>

#include "extract/lexicon/word_table.h"

namespace dossier::extract {
namespace {

bool is_word_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

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
  std::string word;
  for (std::size_t i = 0; i <= class_or_id.size(); ++i) {
    if (i < class_or_id.size() && is_word_letter(class_or_id[i])) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(class_or_id[i])));
      continue;
    }
    if (words.contains(word)) return true;
    word.clear();
  }
  return false;
}

}  // namespace dossier::extract
