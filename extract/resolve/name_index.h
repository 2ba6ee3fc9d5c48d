// SPDX-License-Identifier: Apache-2.0
// Finds the names that may be longer forms of a name, so that not all are compared with all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dossier::extract::resolve {

/// Numbers by text, each once when they are added in ascending order. Thread-compatible.
class TextIndex {
 public:
  using Numbers = std::vector<std::uint32_t>;

  void add(const std::string& text, std::uint32_t number);
  const Numbers& operator[](const std::string& text) const;

 private:
  std::unordered_map<std::string, Numbers> numbers_;
};

/// Names are numbered by whoever adds them; one number may have several names. What is found is a
/// candidate: the caller compares. Thread-compatible.
class NameIndex {
 public:
  using Numbers = TextIndex::Numbers;

  void add(std::uint32_t number, const std::string& name);

  /// Numbers with a name that has this word, as written.
  const Numbers& with_word(const std::string& word) const { return by_word_[word]; }
  /// Numbers with a name that may be longer than `name`: one with its first word of content.
  const Numbers& longer_than(std::string_view name) const;
  /// Numbers with a name whose capitals are those of `acronym`.
  const Numbers& abbreviated(std::string_view acronym) const;

 private:
  TextIndex by_word_;
  TextIndex by_initials_;
};

/// The parts of keys before and after each blank, between two and behind each hyphen: "ada", "carl
/// lund", "carl" of "ada carl lund"; also without what tells father from son: "ada lund iii".
class KeyParts {
 public:
  using Numbers = TextIndex::Numbers;

  void add(std::uint32_t number, const std::string& key);

  /// Numbers whose key ends with a blank and `part`, begins with `part` and a blank, has the word
  /// `part` between two others, ends with a hyphen and `part`.
  const Numbers& ending(const std::string& part) const { return endings_[part]; }
  const Numbers& beginning(const std::string& part) const { return beginnings_[part]; }
  const Numbers& inside(const std::string& part) const { return inside_[part]; }
  const Numbers& hyphenated(const std::string& part) const { return hyphenated_[part]; }

 private:
  TextIndex endings_;
  TextIndex beginnings_;
  TextIndex inside_;
  TextIndex hyphenated_;
};

}  // namespace dossier::extract::resolve
