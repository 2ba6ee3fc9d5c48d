// SPDX-License-Identifier: Apache-2.0
// Typed facts as lines of text, for tests that give sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/ingest.h"
#include "extract/document.h"

namespace dossier::test {

/// A text as the body of a document of 10 March 2021, with what rules find in it.
extract::Analysis ruled(const std::string& text, const Rules& rules = {});

/// "Anna Berg | r:visit | Kenya | not planned time=2021-05-03 place=Oslo by=Carl Lund" of every
/// typed fact of a rule, or of all rules, sorted.
std::vector<std::string> typed_facts(const extract::Analysis& analysis, std::string_view rule = {});

}  // namespace dossier::test
