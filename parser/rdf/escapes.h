// Escapes as the RDF writers put them (RDF 1.2 N-Triples, canonical form).
#pragma once

#include <string>
#include <string_view>

namespace dossier {

/// Appends `text` between quotes, escaped as canonical N-Triples wants it: \t \b \n \r \f \" \\,
/// \uXXXX for other controls and for U+FFFE and U+FFFF, all else as it is.
void append_quoted(std::string& out, std::string_view text);

/// Appends `<iri>`; what an IRIREF can't hold is written as \uXXXX.
void append_iri_reference(std::string& out, std::string_view iri);

}  // namespace dossier
