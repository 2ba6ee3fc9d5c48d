// SPDX-License-Identifier: Apache-2.0
// Where what was typed is kept.
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include "repl/shell/line_editor.h"

namespace dossier::repl {
namespace {

std::string home_folder() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/') {
    return state;
  }
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::string(home) + "/.local/state" : "";
}

}  // namespace

std::string history_path() {
  const std::string home = home_folder();
  if (home.empty()) return {};
  const std::filesystem::path folder = std::filesystem::path(home) / "dossier";
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  return failed ? std::string() : (folder / "history").string();
}

}  // namespace dossier::repl
