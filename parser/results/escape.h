// SPDX-License-Identifier: Apache-2.0
// The escapes of JSON, appended so that a row costs no allocation. Out is a
// std::string or an OutputBuffer.
#pragma once

#include <string>
#include <string_view>

namespace dossier::results {

/// The characters of a JSON string (RFC 8259, section 7), without the quotes.
template <typename Out>
void append_json(Out& out, std::string_view text);

}  // namespace dossier::results
