// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/title_case.h"

#include <unordered_set>

namespace dossier::extract::rules {

std::string title_case(const std::string& title) {
  static const std::unordered_set<std::string> small{"of", "for", "and", "the", "at", "in", "to"};
  std::string result, word;
  for (std::size_t i = 0; i <= title.size(); ++i) {
    const bool end = i == title.size() || title[i] == ' ' || title[i] == '-';
    if (!end) {
      word += title[i];
      continue;
    }
    if (!word.empty() && !small.contains(word) && word[0] >= 'a' && word[0] <= 'z')
      word[0] = static_cast<char>(word[0] - 'a' + 'A');
    result += word;
    word.clear();
    if (i < title.size()) result += title[i];
  }
  return result;
}

}  // namespace dossier::extract::rules
