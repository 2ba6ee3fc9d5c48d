// The escapes of the output formats, each appended to a string so that a row costs no allocation.
#pragma once

#include <string>
#include <string_view>

#include "model/term.h"

namespace dossier::repl {

/// The characters of a JSON string (RFC 8259, section 7), without the quotes.
void append_json(std::string& out, std::string_view text);

/// Character data of XML 1.0, fit for element content and attributes in double quotes. Throws
/// Error(unsupported) for a character XML 1.0 cannot carry.
void append_xml(std::string& out, std::string_view text);

/// A term in SPARQL syntax on one line: <iri>, "text"@en, 42, _:b, <<( s p o )>>.
void append_sparql(std::string& out, const Term& term);

/// True for a literal that SPARQL may write without quotes: an integer, decimal, double or boolean
/// of the right lexical form.
bool is_bare_literal(const Term& term);

}  // namespace dossier::repl
