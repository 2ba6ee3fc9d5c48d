// SPDX-License-Identifier: Apache-2.0
// The program's version.
#pragma once

#include <string_view>

#include "dossier/version.h"

namespace dossier::repl {

inline constexpr std::string_view kVersion = DOSSIER_VERSION;

}  // namespace dossier::repl
