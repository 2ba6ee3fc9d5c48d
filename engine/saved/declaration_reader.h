// SPDX-License-Identifier: Apache-2.0
// One "@param" line.
#pragma once

#include <string_view>

#include "engine/saved/declarations.h"

namespace dossier {

/// Reads what follows "@param" in one comment line; see README.md. The offset is left at 0.
Declaration read_declaration(std::string_view rest);

}  // namespace dossier
