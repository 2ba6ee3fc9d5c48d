// SPDX-License-Identifier: Apache-2.0
// Reads the files of test cases. README.md in this folder describes their grammar.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::test {

/// A line that says what to do or what to expect, with the lines below it.
struct Step {
  std::string kind;   ///< the mark, such as "=", or the word after "---"
  std::string words;  ///< the rest of that line
  std::string text;   ///< the lines below, each with its line feed
  std::size_t line = 0;
};

struct Case {
  std::string file;
  std::string name;
  std::string text;  ///< the lines before the first step
  std::vector<Step> steps;
  std::size_t line = 0;

  /// FILE:LINE: NAME, for messages.
  std::string where() const;

  /// The words of all steps of this kind, in their order.
  std::vector<std::string> marked(std::string_view kind) const;

  /// The only step of this kind. Throws std::runtime_error if there is none, or more than one.
  const Step& only(std::string_view kind) const;
};

/// The cases of a text. A line that begins with one of `marks` and a space is a step.
/// Throws std::runtime_error with file and line if the text does not follow the grammar.
std::vector<Case> parse_cases(std::string_view text, const std::string& file,
                              std::string_view marks);

/// The cases of a file, or of all files of a folder in the order of their names.
/// Throws as parse_cases does, and if there is no case.
std::vector<Case> read_cases(const std::string& path, std::string_view marks = {});

/// The lines of a text that are not blank, without the white space around them.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace dossier::test
