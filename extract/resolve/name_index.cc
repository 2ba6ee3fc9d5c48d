// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/name_index.h"

#include "extract/names/acronyms.h"
#include "extract/names/name_forms.h"

namespace dossier::extract::resolve {
namespace {

const TextIndex::Numbers kNone;

std::string without_generation(const std::string& key) {
  for (const std::string_view ending : {" jr", " jr.", " sr", " sr.", " ii", " iii", " iv"}) {
    if (!key.ends_with(ending)) continue;
    const std::string rest = key.substr(0, key.size() - ending.size());
    return rest.ends_with(',') ? rest.substr(0, rest.size() - 1) : rest;
  }
  return key;
}

}  // namespace

void TextIndex::add(const std::string& text, std::uint32_t number) {
  Numbers& numbers = numbers_[text];
  if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
}

const TextIndex::Numbers& TextIndex::operator[](const std::string& text) const {
  const auto at = numbers_.find(text);
  return at == numbers_.end() ? kNone : at->second;
}

void NameIndex::add(std::uint32_t number, const std::string& name) {
  for (const std::string& word : split_name(name)) by_word_.add(word, number);
  if (const std::string letters = initials_of(name); !letters.empty())
    by_initials_.add(letters, number);
}

const NameIndex::Numbers& NameIndex::longer_than(std::string_view name) const {
  const std::vector<std::string> words = split_name(name);
  for (const std::string& word : words)
    if (!is_function_word(word)) return with_word(word);
  return words.empty() ? kNone : with_word(words.front());
}

const NameIndex::Numbers& NameIndex::abbreviated(std::string_view acronym) const {
  return by_initials_[acronym_letters(acronym)];
}

void KeyParts::add(std::uint32_t number, const std::string& key) {
  if (const std::string bare = without_generation(key); bare != key) add(number, bare);
  for (std::size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1)) {
    endings_.add(key.substr(at + 1), number);
    beginnings_.add(key.substr(0, at), number);
    if (const std::size_t next = key.find(' ', at + 1); next != std::string::npos)
      inside_.add(key.substr(at + 1, next - at - 1), number);
  }
  for (std::size_t at = key.find('-'); at != std::string::npos; at = key.find('-', at + 1))
    hyphenated_.add(key.substr(at + 1), number);
}

}  // namespace dossier::extract::resolve
