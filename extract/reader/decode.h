// SPDX-License-Identifier: Apache-2.0
// Bytes to code points.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// The text of an unpacked file: decoded by byte order mark, as UTF-8 when it is well-formed, else
/// in the encoding it declares, else in the one ICU finds most likely. The mark is dropped;
/// everything else is kept. Throws Error(input) for empty, binary or damaged content.
std::u32string decode_text(std::string_view bytes, const std::string& source_name,
                           const std::string& declared = {});

}  // namespace dossier::extract
