// SPDX-License-Identifier: Apache-2.0
// Formats that people have and that are not read.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// Throws Error(unsupported) that names the format and says what to do, by what the content begins
/// with or by the file name's ending; Error(input) for an office document with a password.
void refuse_other_format(const std::string& name, std::string_view content);

}  // namespace dossier::extract
