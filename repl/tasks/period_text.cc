// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/period_text.h"

namespace dossier::repl {

std::string period_text(const std::string& begin, const std::string& end) {
  if (end.empty() || end == begin) return begin;
  return begin.empty() ? "until " + end : begin + " to " + end;
}

}  // namespace dossier::repl
