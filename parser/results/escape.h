// SPDX-License-Identifier: Apache-2.0
// The escapes of JSON and XML, each appended so that a row costs no allocation. Out is a
// std::string or an OutputBuffer.
#pragma once

#include <string>
#include <string_view>

namespace dossier::results {

/// The characters of a JSON string (RFC 8259, section 7), without the quotes.
template <typename Out>
void append_json(Out& out, std::string_view text);

/// Character data of XML 1.0, fit for element content and attributes in double quotes. Throws
/// Error(unsupported) for a character XML 1.0 cannot carry.
template <typename Out>
void append_xml(Out& out, std::string_view text);

}  // namespace dossier::results
