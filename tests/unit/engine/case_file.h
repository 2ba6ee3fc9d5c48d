// SPDX-License-Identifier: Apache-2.0
// Test cases as text: sections that begin with "--- NAME [WORDS]" lines.
#pragma once

#include <string>
#include <vector>

struct Section {
  std::string name;   ///< first word behind the dashes
  std::string words;  ///< the rest of that line
  std::string text;
};

std::vector<Section> read_sections(const std::string& path);

/// Non-empty lines without the spaces around them.
std::vector<std::string> lines_of(const std::string& text);

/// The files of a folder below the test data with an ending, sorted.
std::vector<std::string> case_files(const std::string& folder, const std::string& ending);
