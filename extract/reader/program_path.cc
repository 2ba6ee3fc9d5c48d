// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/program_path.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace dossier::extract {

namespace fs = std::filesystem;

bool is_program(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) && access(path.c_str(), X_OK) == 0;
}

std::vector<fs::path> folders_of_path() {
  std::vector<fs::path> folders;
  const char* const path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    if (rest.front() == '/') folders.emplace_back(rest.substr(0, colon));
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  return folders;
}

std::optional<std::string> program_on_path(std::string_view name) {
  for (const fs::path& folder : folders_of_path()) {
    if (is_program(folder / name)) return (folder / name).string();
  }
  return std::nullopt;
}

}  // namespace dossier::extract
