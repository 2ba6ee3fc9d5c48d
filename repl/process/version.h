// SPDX-License-Identifier: Apache-2.0
// The program's version, as the build states it.
#pragma once

#include <string_view>

namespace dossier::repl {

inline constexpr std::string_view kVersion = DOSSIER_VERSION;

}  // namespace dossier::repl
