// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_program.h"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "extract/reader/program_path.h"

namespace dossier::extract {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kProgram = "dossier-pdf";

std::vector<fs::path> folders() {
  std::vector<fs::path> result{DOSSIER_LIBEXEC};
  std::error_code unknown;
  const fs::path running = fs::read_symlink("/proc/self/exe", unknown).parent_path();
  if (!unknown) {
    // An installation that was moved as a whole.
    result.push_back(running.parent_path() / "libexec" / "dossier");
    result.push_back(running);
  }
  const std::vector<fs::path> on_path = folders_of_path();
  result.insert(result.end(), on_path.begin(), on_path.end());
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
