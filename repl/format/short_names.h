// SPDX-License-Identifier: Apache-2.0
// Terms as people read them: IRIs with prefixes, literals without quotes.
#pragma once

#include <string>
#include <string_view>

#include "dossier/term.h"
#include "repl/format/result_writer.h"

namespace dossier::repl {

/// `iri` as a prefixed name that SPARQL reads back as the same IRI ("doc:speech\#s3"), or in angle
/// brackets when no prefix fits.
std::string short_iri(std::string_view iri, const Prefixes& prefixes);

/// A term for a table cell, on one line: e:Moscow, Peter Maurer, hello@en, 42, 2020-11-17,
/// "5"^^geo:metre, _:b1, <<( s p o )>>.
std::string short_text(const Term& term, const Prefixes& prefixes);

}  // namespace dossier::repl
