// SPDX-License-Identifier: Apache-2.0
// A text on one line, for tables and messages.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace dossier {

/// Line ends become "↵", tabs spaces, other control characters, marks that turn the direction of
/// writing (bidirectional controls) and invalid bytes "�".
std::string one_line(std::string_view text);
/// As above, piece by piece, for long texts.
void one_line(std::string_view text, const std::function<void(std::string_view)>& put);

}  // namespace dossier
