// SPDX-License-Identifier: Apache-2.0
// Names of the N-Triples and N-Quads rules in error messages.
#pragma once

#include "parser/rdf/control.h"
#include "parser/rdf/nquads_grammar.h"

namespace dossier::rdf_grammar {

template <>
inline constexpr const char* expected<nquads::predicate> = "a predicate: an IRI";
template <>
inline constexpr const char* expected<nquads::object> =
    "an object: an IRI, blank node, literal in double quotes or triple term";
template <>
inline constexpr const char* expected<nquads::token<nquads::full_stop>> =
    "\".\" at the end of the statement";
template <>
inline constexpr const char* expected<nquads::token<nquads::datatype>> =
    "the datatype's IRI after \"^^\"";
template <>
inline constexpr const char* expected<nquads::ttSubject> =
    "the triple term's subject: an IRI or blank node";
template <>
inline constexpr const char* expected<nquads::ttPredicate> = "the triple term's predicate: an IRI";
template <>
inline constexpr const char* expected<nquads::ttObject> =
    "the triple term's object: an IRI, blank node, literal or triple term";
template <>
inline constexpr const char* expected<nquads::token<nquads::triple_close>> =
    "\")>>\" at the end of the triple term";
template <>
inline constexpr const char* expected<nquads::token<nquads::version_string>> =
    "a version in double quotes";
template <>
inline constexpr const char* expected<nquads::line_end> =
    "a statement, which starts with an IRI or blank node, or the end of the line";

}  // namespace dossier::rdf_grammar
