// SPDX-License-Identifier: Apache-2.0
// Times and periods as people write them.
#pragma once

#include <string>

namespace dossier::repl {

/// "2020-11-11 to 2020-11-18"; "until 2018" without a beginning; "2020-11-11" without an end, or
/// with the same.
std::string period_text(const std::string& begin, const std::string& end);

}  // namespace dossier::repl
