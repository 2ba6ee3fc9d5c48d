// SPDX-License-Identifier: Apache-2.0
// Names of the Turtle and TriG rules in error messages.
#pragma once

#include "parser/rdf/control.h"
#include "parser/rdf/turtle_grammar.h"

namespace dossier::rdf_grammar {

template <>
inline constexpr const char* expected<turtle::datatype> = "the datatype's IRI after \"^^\"";
template <>
inline constexpr const char* expected<turtle::ttSubject> =
    "the triple term's subject: an IRI or blank node";
template <>
inline constexpr const char* expected<turtle::ttVerb> = "a predicate: an IRI or \"a\"";
template <>
inline constexpr const char* expected<turtle::ttObject> =
    "the triple term's object: an IRI, literal, blank node or triple term";
template <>
inline constexpr const char* expected<turtle::triple_term_close> =
    "\")>>\" at the end of the triple term";
template <>
inline constexpr const char* expected<turtle::rtSubject> =
    "the reified triple's subject: an IRI, blank node or reified triple";
template <>
inline constexpr const char* expected<turtle::rtObject> =
    "the reified triple's object: an IRI, literal, blank node, triple term or reified triple";
template <>
inline constexpr const char* expected<turtle::reified_close> =
    "\">>\" at the end of the reified triple, or a reifier after \"~\"";
template <>
inline constexpr const char* expected<turtle::predicateObjectList> = "a predicate: an IRI or \"a\"";
template <>
inline constexpr const char* expected<turtle::objectList> =
    "an object: an IRI, literal, blank node, \"(\", \"[\", triple term or reified triple";
template <>
inline constexpr const char* expected<turtle::annotated_object> =
    "an object: an IRI, literal, blank node, \"(\", \"[\", triple term or reified triple";
template <>
inline constexpr const char* expected<turtle::annotation_close> =
    "\"|}\", \";\" or \",\" after an annotation's object";
template <>
inline constexpr const char* expected<turtle::property_list_close> =
    "\"]\", \";\" or \",\" after a blank node's object";
template <>
inline constexpr const char* expected<turtle::collection_close> =
    "another object or \")\" in the collection";
template <>
inline constexpr const char* expected<turtle::full_stop> = "\".\", \";\" or \",\"";
template <>
inline constexpr const char* expected<turtle::directive_end> = "\".\" after the directive";
template <>
inline constexpr const char* expected<turtle::token<turtle::prefix_name>> =
    "a prefix name, such as ex:";
template <>
inline constexpr const char* expected<turtle::declared_iri> = "an IRI between \"<\" and \">\"";
template <>
inline constexpr const char* expected<turtle::versionSpecifier> = "a version in quotes";
template <>
inline constexpr const char* expected<turtle::token<turtle::versionSpecifier>> =
    "a version in quotes";
template <>
inline constexpr const char* expected<turtle::statement> =
    "a statement: a subject (IRI, blank node, \"(\", \"[\" or \"<<\") or a directive";
template <>
inline constexpr const char* expected<turtle::block_or_triples> =
    "a predicate (an IRI or \"a\"), or \"{\" to open a graph";
template <>
inline constexpr const char* expected<turtle::graph_name> =
    "the graph's name: an IRI or blank node";
template <>
inline constexpr const char* expected<turtle::named_graph_open> = "\"{\" after the graph's name";
template <>
inline constexpr const char* expected<turtle::block> =
    "a graph, a statement (subject: IRI, blank node, \"(\", \"[\" or \"<<\") or a directive";
template <>
inline constexpr const char* expected<turtle::triples_end> = "\".\", \";\", \",\" or \"}\"";
template <>
inline constexpr const char* expected<turtle::graph_content> =
    "a subject (IRI, blank node, \"(\", \"[\" or \"<<\") or \"}\" to close the graph";
template <>
inline constexpr const char* expected<turtle::any_term> =
    "a term: an IRI, prefixed name, literal, blank node or triple term";
template <>
inline constexpr const char* expected<turtle::text_end> = "nothing after the term";

}  // namespace dossier::rdf_grammar
