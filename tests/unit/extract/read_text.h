// SPDX-License-Identifier: Apache-2.0
// The whole way from a text to resolved clauses, for tests.
#pragma once

#include <string>
#include <vector>

#include "dossier/ingest.h"
#include "extract/document.h"
#include "extract/resolve/resolve.h"

namespace dossier::test {

struct ReadText {
  extract::Analysis analysis;
  extract::Resolution resolution;
};

ReadText read_text(const std::string& text, const std::string& name = "case.txt",
                   const Rules& rules = {});

/// "subject | relation | object | flags" of every clause, "holder | post | whose" of every role;
/// entities by their labels.
std::vector<std::string> facts_of(const extract::Analysis& analysis);
/// "text -> label (sieve)" of every mention.
std::vector<std::string> mentions_of(const extract::Analysis& analysis);

}  // namespace dossier::test
