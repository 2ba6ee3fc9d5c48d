// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/recorder.h"

#include <fmt/format.h>

#include "dossier/error.h"

namespace dossier::sparql {

void Recorder::watch() {
  until_watch_ = kWatchInterval;
  if (watch_) watch_(nodes_.capacity() * sizeof(SyntaxNode));
}

void Recorder::descend(const char* at) {
  if (++nesting_ <= max_nesting_) return;
  throw Error::in_text(
      ErrorCode::limit,
      fmt::format("groups, parentheses or lists are nested more than {} deep here", max_nesting_),
      text_, offset_of(at));
}

}  // namespace dossier::sparql
