// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/name_index.h"

#include "extract/names/name_forms.h"

namespace dossier::extract::resolve {
namespace {

const NameIndex::Numbers kNone;

void note(NameIndex::Numbers& numbers, std::uint32_t number) {
  if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
}

template <typename Index>
const NameIndex::Numbers& numbers_in(const Index& index, const std::string& key) {
  const auto at = index.find(key);
  return at == index.end() ? kNone : at->second;
}

}  // namespace

const NameIndex::Numbers& NameIndex::find(const Index& index, const std::string& key) {
  return numbers_in(index, key);
}

void NameIndex::add(std::uint32_t number, const std::string& name) {
  for (const std::string& word : split_name(name)) note(by_word_[word], number);
  if (const std::string letters = initials_of(name); !letters.empty())
    note(by_initials_[letters], number);
}

const NameIndex::Numbers& NameIndex::longer_than(std::string_view name) const {
  const std::vector<std::string> words = split_name(name);
  for (const std::string& word : words)
    if (!is_function_word(word)) return with_word(word);
  return words.empty() ? kNone : with_word(words.front());
}

const NameIndex::Numbers& NameIndex::abbreviated(std::string_view acronym) const {
  return find(by_initials_, acronym_letters(acronym));
}

const KeyParts::Numbers& KeyParts::find(const Index& index, const std::string& key) {
  return numbers_in(index, key);
}

void KeyParts::add(std::uint32_t number, const std::string& key) {
  for (std::size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1)) {
    note(endings_[key.substr(at + 1)], number);
    note(beginnings_[key.substr(0, at)], number);
  }
  for (std::size_t at = key.find('-'); at != std::string::npos; at = key.find('-', at + 1))
    note(hyphenated_[key.substr(at + 1)], number);
}

}  // namespace dossier::extract::resolve
