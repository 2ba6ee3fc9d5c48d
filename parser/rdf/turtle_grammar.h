// SPDX-License-Identifier: Apache-2.0
// The grammars of Turtle and TriG (RDF 1.2 Turtle section 6.5, RDF 1.2 TriG section 4.5; RDF 1.1 is
// the part without triple terms, reifiers, annotations, versions and base directions).
//
// Rules carry the productions' names; what a production does more than match (open a node, name a
// graph) has a rule of its own with a lower-case name. Departures from the W3C text:
//  - turtleDoc and trigDoc are the driver's loop over statements: a document streams. For the same
//    reason a graph's block is not a rule: its braces and its triples are statements.
//  - Every token includes the white space and comments after it, except the last of a statement.
//  - Of alternatives with a common beginning the longest is first: ANON before
//    blankNodePropertyList, "<<(" before "<<", DOUBLE before DECIMAL before INTEGER. iri comes
//    before the keywords (a, true, PREFIX, GRAPH ...), which are not prefixed names, because they
//    have no ":".
//  - Once the first token of a construct is there, the rest must follow (if_must), which is where
//    messages come from. Nothing with an action is ever taken back.
//  - No rule derives from one with an action: PEGTL would match it without running that action
//    (tests/checks/grammars.py).
#pragma once

#include "parser/grammar/terminals.h"

namespace dossier::turtle {

namespace peg = tao::pegtl;
namespace g = dossier::grammar;

struct ignored : g::ignored {};
template <typename Terminal>
struct token : peg::seq<Terminal, ignored> {};
template <char... Cs>
struct sign : token<peg::string<Cs...>> {};
/// A word in any case, and not the beginning of a longer one.
template <char... Cs>
struct word : peg::seq<peg::istring<Cs...>, peg::not_at<g::PN_CHARS>, ignored> {};
template <char... Cs>
struct at_word : peg::seq<peg::string<'@', Cs...>, peg::not_at<g::PN_CHARS>, ignored> {};

// ---- Terms ----

struct IRIREF : g::IRIREF {};
struct PrefixedName : g::PrefixedName {};
struct BLANK_NODE_LABEL : g::BLANK_NODE_LABEL {};
struct ANON : g::ANON {};
struct iri : peg::sor<token<IRIREF>, token<PrefixedName>> {};
struct BlankNode : peg::sor<token<BLANK_NODE_LABEL>, token<ANON>> {};

/// Three quotes never start an empty short string: what is meant is a long one that isn't closed.
template <char Quote, typename Long, typename Short>
struct long_or_short
    : peg::sor<Long, peg::seq<peg::not_at<peg::string<Quote, Quote, Quote>>, Short>> {};
struct String : peg::sor<long_or_short<'"', g::STRING_LITERAL_LONG2, g::STRING_LITERAL2>,
                         long_or_short<'\'', g::STRING_LITERAL_LONG1, g::STRING_LITERAL1>> {};
struct LANG_DIR : g::LANG_DIR {};
struct datatype : iri {};
struct RDFLiteral
    : peg::seq<token<String>,
               peg::opt<peg::sor<token<LANG_DIR>, peg::if_must<sign<'^', '^'>, datatype>>>> {};

struct plus_or_minus : peg::opt<peg::one<'+', '-'>> {};
struct INTEGER : peg::seq<plus_or_minus, g::INTEGER> {};
struct DECIMAL : peg::seq<plus_or_minus, g::DECIMAL> {};
struct DOUBLE : peg::seq<plus_or_minus, g::DOUBLE> {};
struct NumericLiteral : peg::sor<token<DOUBLE>, token<DECIMAL>, token<INTEGER>> {};
struct BooleanLiteral
    : peg::seq<peg::sor<peg::string<'t', 'r', 'u', 'e'>, peg::string<'f', 'a', 'l', 's', 'e'>>,
               peg::not_at<g::PN_CHARS>> {};
struct literal : peg::sor<RDFLiteral, NumericLiteral, token<BooleanLiteral>> {};

struct a_keyword : peg::seq<peg::one<'a'>, peg::not_at<g::PN_CHARS>> {};
struct predicate : iri {};
struct any_verb : peg::sor<predicate, token<a_keyword>> {};
struct verb : any_verb {};

// ---- Triple terms and reified triples ----

struct tripleTerm;
struct triple_term_open : peg::string<'<', '<', '('> {};
struct triple_term_close : sign<')', '>', '>'> {};
struct ttSubject : peg::sor<iri, BlankNode> {};
struct ttVerb : any_verb {};
struct ttObject : peg::sor<iri, literal, BlankNode, tripleTerm> {};
struct tripleTerm
    : peg::if_must<token<triple_term_open>, ttSubject, ttVerb, ttObject, triple_term_close> {};

struct reifier_mark : peg::one<'~'> {};
struct reifier_name : peg::sor<iri, BlankNode> {};
struct reifier : peg::seq<token<reifier_mark>, peg::opt<reifier_name>> {};

struct reifiedTriple;
struct reified_open : peg::seq<peg::string<'<', '<'>, peg::not_at<peg::one<'('>>> {};
struct reified_close : sign<'>', '>'> {};
struct rtSubject : peg::sor<iri, BlankNode, reifiedTriple> {};
struct rtObject : peg::sor<iri, literal, BlankNode, tripleTerm, reifiedTriple> {};
struct reifiedTriple : peg::seq<peg::if_must<token<reified_open>, rtSubject, ttVerb, rtObject>,
                                peg::opt<reifier>, peg::must<reified_close>> {};

// ---- Triples ----

struct collection;
struct blankNodePropertyList;
struct any_object : peg::sor<iri, literal, BlankNode, collection, blankNodePropertyList, tripleTerm,
                             reifiedTriple> {};
struct object : any_object {};

struct annotation_open : peg::string<'{', '|'> {};
struct annotation_close : sign<'|', '}'> {};
struct annotation_reifier : reifier {};
struct predicateObjectList;
struct annotationBlock
    : peg::if_must<token<annotation_open>, predicateObjectList, annotation_close> {};
struct annotation : peg::star<peg::sor<annotation_reifier, annotationBlock>> {};

struct annotated_object : peg::seq<object, annotation> {};
struct objectList : peg::seq<annotated_object, peg::star<sign<','>, peg::must<annotated_object>>> {
};
struct predicateObjectList : peg::seq<verb, peg::must<objectList>,
                                      peg::star<sign<';'>, peg::opt<verb, peg::must<objectList>>>> {
};

struct property_list_open : peg::one<'['> {};
struct property_list_close : sign<']'> {};
struct blankNodePropertyList
    : peg::if_must<token<property_list_open>, predicateObjectList, property_list_close> {};

/// An object of a collection makes a list node instead of a triple.
struct collection_item : any_object {};
struct collection_open : peg::one<'('> {};
struct collection_close : sign<')'> {};
struct collection
    : peg::seq<token<collection_open>, peg::star<collection_item>, peg::must<collection_close>> {};

struct subject : peg::sor<iri, BlankNode, collection> {};
/// A subject that says something by itself, so that nothing need follow.
struct telling_subject : peg::sor<blankNodePropertyList, reifiedTriple> {};
struct triples : peg::sor<peg::seq<subject, peg::must<predicateObjectList>>,
                          peg::seq<telling_subject, peg::opt<predicateObjectList>>> {};

// ---- Directives ----

struct full_stop : peg::one<'.'> {};
struct prefix_name : g::PNAME_NS {};
struct declared_iri : g::IRIREF {};
struct prefix_declaration : peg::must<token<prefix_name>, declared_iri> {};
struct base_declaration : peg::must<declared_iri> {};
struct versionSpecifier : peg::sor<g::STRING_LITERAL2, g::STRING_LITERAL1> {};
struct directive_end : full_stop {};

struct prefixID : peg::seq<at_word<'p', 'r', 'e', 'f', 'i', 'x'>, prefix_declaration, ignored,
                           peg::must<directive_end>> {};
struct base
    : peg::seq<at_word<'b', 'a', 's', 'e'>, base_declaration, ignored, peg::must<directive_end>> {};
struct version : peg::if_must<at_word<'v', 'e', 'r', 's', 'i', 'o', 'n'>, token<versionSpecifier>,
                              directive_end> {};
struct sparqlPrefix : peg::seq<word<'P', 'R', 'E', 'F', 'I', 'X'>, prefix_declaration> {};
struct sparqlBase : peg::seq<word<'B', 'A', 'S', 'E'>, base_declaration> {};
struct sparqlVersion : peg::if_must<word<'V', 'E', 'R', 'S', 'I', 'O', 'N'>, versionSpecifier> {};
struct directive : peg::sor<prefixID, base, version, sparqlPrefix, sparqlBase, sparqlVersion> {};

// ---- Turtle ----

struct statement : peg::sor<peg::seq<triples, peg::must<full_stop>>, directive> {};
struct turtle_statement : peg::must<statement> {};

// ---- TriG ----

struct labelOrSubject : peg::sor<iri, BlankNode> {};
struct named_graph_open : peg::one<'{'> {};
struct default_graph_open : peg::one<'{'> {};
struct graph_close : peg::one<'}'> {};
/// What was read turns out to be a subject.
struct as_subject : peg::success {};
struct triples_follow : peg::seq<as_subject, predicateObjectList, peg::must<full_stop>> {};
struct block_or_triples : peg::sor<named_graph_open, triples_follow> {};
struct triplesOrGraph : peg::seq<labelOrSubject, peg::must<block_or_triples>> {};
struct collection_subject : peg::seq<collection> {};
struct triples2
    : peg::sor<peg::seq<telling_subject, peg::opt<predicateObjectList>, peg::must<full_stop>>,
               peg::seq<collection_subject, peg::must<predicateObjectList>, peg::must<full_stop>>> {
};
struct graph_keyword : word<'G', 'R', 'A', 'P', 'H'> {};
struct graph_name : labelOrSubject {};
struct named_graph : peg::if_must<graph_keyword, graph_name, named_graph_open> {};
struct block : peg::sor<triplesOrGraph, triples2, default_graph_open, named_graph, directive> {};
struct trig_statement : peg::must<block> {};

struct triples_end : peg::sor<full_stop, peg::at<graph_close>> {};
struct graph_content : peg::sor<peg::seq<triples, peg::must<triples_end>>, graph_close> {};
struct graph_statement : peg::must<graph_content> {};

// ---- One term alone ----

struct any_term : peg::sor<iri, literal, token<BLANK_NODE_LABEL>, tripleTerm> {};
struct text_end : peg::eof {};
struct single_term : peg::seq<ignored, peg::must<any_term, text_end>> {};

}  // namespace dossier::turtle
