// SPDX-License-Identifier: Apache-2.0
#include "repl/process/colors.h"

#include <cstdlib>
#include <string_view>

namespace dossier::repl {
namespace {

bool has_colors() {
  const char* const forbidden = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  const bool is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return !is_dumb && (forbidden == nullptr || *forbidden == '\0');
}

}  // namespace

bool out_in_color(const Console& console) { return console.out_is_terminal && has_colors(); }
bool err_in_color(const Console& console) { return console.err_is_terminal && has_colors(); }

}  // namespace dossier::repl
