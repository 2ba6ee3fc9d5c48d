// SPDX-License-Identifier: Apache-2.0
// Where other programs are.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

/// Whether it is a file that this process may run.
bool is_program(const std::filesystem::path& path);

/// The folders of the variable PATH that are absolute: an empty or relative one would take a
/// program from wherever the process happens to be.
std::vector<std::filesystem::path> folders_of_path();

/// The first program of this name in folders_of_path().
std::optional<std::string> program_on_path(std::string_view name);

}  // namespace dossier::extract
