// SPDX-License-Identifier: Apache-2.0
// What the naive evaluator's files of expressions share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/differential/naive_algebra.h"

namespace dossier::naive {

using Value = std::optional<Term>;

bool is_string(const Term& term);
/// A string, with a language or without.
bool is_text(const Term& term);
/// The text with the language of `like`.
Term with_text(const Term& like, const std::string& text);

Value regex(const std::vector<Value>& arguments);
Value replace(const std::vector<Value>& arguments);

}  // namespace dossier::naive
