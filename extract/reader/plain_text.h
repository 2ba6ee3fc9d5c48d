// SPDX-License-Identifier: Apache-2.0
// Plain text.
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// The content as it is, decoded. Throws Error(input) for content that is no text, and for more
/// than `limits.text`.
SourceText plain_text(std::string_view content, const std::string& source_name,
                      const ReadSettings& settings);

}  // namespace dossier::extract
