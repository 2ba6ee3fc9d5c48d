// SPDX-License-Identifier: Apache-2.0
// Text inside other formats. Private to desk/.
#pragma once

#include <string>
#include <string_view>

namespace dossier::writing {

/// For text and quoted attributes of XML and HTML. Characters that XML cannot hold, and bytes that
/// are not UTF-8, become U+FFFD.
std::string xml_text(std::string_view text);
/// A field of a CSV file (RFC 4180): in quotes when it needs them.
std::string csv_field(std::string_view text);
/// All white space as single spaces, none at the ends.
std::string one_line(std::string_view text);
/// The last part of an IRI: behind the last ":", "/" or "#".
std::string_view last_part(std::string_view iri);

}  // namespace dossier::writing
