// SPDX-License-Identifier: Apache-2.0
#include "extract/interruption.h"

#include <fmt/format.h>

#include "dossier/error.h"

namespace dossier::extract {

void Interruption::check() const {
  if (token_ && token_->cancelled())
    throw Error(ErrorCode::cancelled, "reading the document was cancelled");
  if (deadline_ && Clock::now() >= *deadline_) {
    throw Error(ErrorCode::timeout,
                fmt::format("reading the document takes longer than its limit of {} ms",
                            timeout_->count()));
  }
}

}  // namespace dossier::extract
