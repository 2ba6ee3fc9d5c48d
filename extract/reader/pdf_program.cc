// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_program.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <vector>

#include "dossier/error.h"

namespace dossier::extract {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kProgram = "dossier-pdf";

bool is_program(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) && access(path.c_str(), X_OK) == 0;
}

std::vector<fs::path> folders() {
  std::vector<fs::path> result{DOSSIER_LIBEXEC};
  std::error_code unknown;
  const fs::path running = fs::read_symlink("/proc/self/exe", unknown).parent_path();
  if (!unknown) {
    // An installation that was moved as a whole.
    result.push_back(running.parent_path() / "libexec" / "dossier");
    result.push_back(running);
  }
  const char* const path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    // An empty or relative part would take the program from wherever the process happens to be.
    if (rest.front() == '/') result.emplace_back(rest.substr(0, colon));
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  return result;
}

[[noreturn]] void refuse(const std::string& source_name, const std::string& where) {
  throw Error(
      ErrorCode::unsupported,
      fmt::format("{}: PDF files are read by the program {}, which is not {}; build Dossier with "
                  "DOSSIER_PDF=ON and install it, or put the program on PATH",
                  source_name, kProgram, where));
}

}  // namespace

std::string find_pdf_program(const std::string& wanted, const std::string& source_name) {
  if (!wanted.empty()) {
    if (!is_program(wanted)) refuse(source_name, wanted);
    return wanted;
  }
  for (const fs::path& folder : folders()) {
    if (is_program(folder / kProgram)) return (folder / kProgram).string();
  }
  refuse(source_name, fmt::format("in {}, beside the running program or on PATH", DOSSIER_LIBEXEC));
}

}  // namespace dossier::extract
