// SPDX-License-Identifier: Apache-2.0
// The escapes of JSON and XML, each appended to a string so that a row costs no allocation.
#pragma once

#include <string>
#include <string_view>

namespace dossier::results {

/// The characters of a JSON string (RFC 8259, section 7), without the quotes.
void append_json(std::string& out, std::string_view text);

/// Character data of XML 1.0, fit for element content and attributes in double quotes. Throws
/// Error(unsupported) for a character XML 1.0 cannot carry.
void append_xml(std::string& out, std::string_view text);

}  // namespace dossier::results
