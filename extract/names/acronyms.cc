// SPDX-License-Identifier: Apache-2.0
#include "extract/names/acronyms.h"

#include <cstddef>
#include <vector>

#include "extract/names/name_forms.h"
#include "model/ascii.h"

namespace dossier::extract {

bool is_acronym(std::string_view text) {
  std::size_t capitals = 0;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z')
      ++capitals;
    else if (c != '.' && c != '-' && !(c >= '0' && c <= '9'))
      return false;
  }
  return capitals >= 2 && capitals <= 12;
}

bool acronym_fits(std::string_view acronym, std::string_view name) {
  const std::string letters = ascii_lower(acronym);
  const std::vector<std::string> words = split_name(name);
  if (words.size() < 2 || letters.empty()) return false;
  const std::string text = ascii_lower(name);
  if (text.front() != letters.front()) return false;
  std::size_t at = 0;
  for (const char c : letters) {
    if (c == '.' || c == '-') continue;
    at = text.find(c, at);
    if (at == std::string::npos) return false;
    ++at;
  }
  return true;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  const std::vector<std::string> words = split_name(name);
  if (words.size() < 2) return initials;
  for (const std::string& word : words)
    if (word.front() >= 'A' && word.front() <= 'Z') initials += word.front();
  return initials;
}

std::string acronym_letters(std::string_view acronym) {
  std::string letters;
  for (const char c : acronym)
    if (c != '.' && c != '-') letters += c;
  return letters;
}

bool is_initials(std::string_view acronym, std::string_view name) {
  const std::string initials = initials_of(name);
  return initials.size() >= 2 && initials == acronym_letters(acronym);
}

}  // namespace dossier::extract
