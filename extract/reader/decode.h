// Bytes to code points.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

/// The text of a file: gunzipped, decoded by byte order mark, as UTF-8 when it is well-formed, else
/// in the encoding ICU finds most likely. The mark is dropped; everything else is kept.
/// Throws Error(input) for empty, binary, damaged or too large content (over 1 GiB of text).
std::u32string decode_text(std::string_view bytes, const std::string& source_name);

}  // namespace dossier::extract
