// SPDX-License-Identifier: Apache-2.0
#include "case_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

std::vector<Section> read_sections(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot open " + path);
  std::vector<Section> sections;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("--- ", 0) == 0) {
      std::istringstream words(line.substr(4));
      Section section;
      words >> section.name;
      std::getline(words >> std::ws, section.words);
      sections.push_back(std::move(section));
    } else if (!sections.empty()) {
      sections.back().text += line + "\n";
    }
  }
  return sections;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string::npos) continue;
    lines.push_back(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
  }
  return lines;
}

std::vector<std::string> case_files(const std::string& folder, const std::string& ending) {
  std::vector<std::string> files;
  const auto root = std::filesystem::path(DOSSIER_TEST_DATA) / folder;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.path().extension() == ending) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}
