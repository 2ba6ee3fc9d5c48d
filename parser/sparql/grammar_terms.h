// SPDX-License-Identifier: Apache-2.0
// Grammar: variables, IRIs, literals, blank nodes, triple terms (SPARQL 1.1 [107]-[138], 1.2
// [115]-[124]).
#pragma once

#include "parser/sparql/tokens.h"

namespace dossier::sparql {

/// [166] VARNAME
struct VARNAME
    : peg::seq<peg::sor<PN_CHARS_U, peg::digit>,
               peg::star<peg::sor<PN_CHARS_U, peg::digit,
                                  peg::utf8::ranges<0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040>>>> {};
/// [143] VAR1
struct VAR1 : peg::seq<peg::one<'?'>, VARNAME> {};
/// [144] VAR2
struct VAR2 : peg::seq<peg::one<'$'>, VARNAME> {};
/// [108] Var
struct Var : token<peg::sor<VAR1, VAR2>> {};

/// [136] iri
struct iri : token<peg::sor<IRIREF, PrefixedName>> {};
/// [107] VarOrIri
struct VarOrIri : peg::sor<Var, iri> {};

struct ThreeQuotes : peg::sor<peg::string<'\'', '\'', '\''>, peg::string<'"', '"', '"'>> {};
/// [135] String: the long forms first, since their quotes begin like an empty short string; a long
/// form that is not closed is not such a string either.
struct String
    : peg::sor<STRING_LITERAL_LONG1, STRING_LITERAL_LONG2,
               peg::seq<peg::not_at<ThreeQuotes>, peg::sor<STRING_LITERAL1, STRING_LITERAL2>>> {};
/// [129] RDFLiteral
struct RDFLiteral
    : peg::seq<token<String>, peg::opt<peg::sor<token<LANG_DIR>, peg::seq<symbol<"^^">, iri>>>> {};

struct UnsignedNumber : peg::sor<DOUBLE, DECIMAL, INTEGER> {};
struct SignedNumber : peg::seq<peg::one<'+', '-'>, peg::sor<DOUBLE, DECIMAL, INTEGER>> {};
/// [131] NumericLiteralUnsigned: the longest form first.
struct NumericLiteralUnsigned : token<UnsignedNumber> {};
/// [132] NumericLiteralPositive and [133] NumericLiteralNegative
struct NumericLiteralSigned : token<SignedNumber> {};
/// [130] NumericLiteral
struct NumericLiteral : peg::sor<NumericLiteralUnsigned, NumericLiteralSigned> {};
/// [134] BooleanLiteral
struct BooleanLiteral : peg::sor<keyword<"true">, keyword<"false">> {};

/// [138] BlankNode
struct BlankNode : token<peg::sor<BLANK_NODE_LABEL, ANON>> {};
/// The token NIL [161] and what may follow it.
struct Nil : token<NIL> {};

/// The predicate "a", which stands for rdf:type; alone among the keywords its case matters.
struct TypeKeyword : peg::seq<peg::one<'a'>, peg::not_at<word_goes_on>, ignored> {};
/// [78] Verb
struct Verb : peg::sor<VarOrIri, TypeKeyword> {};

struct TripleTerm;
/// SPARQL 1.2 [120] TripleTermSubject and [121] TripleTermObject, which are alike.
struct TripleTermPart
    : peg::sor<Var, iri, RDFLiteral, NumericLiteral, BooleanLiteral, BlankNode, TripleTerm> {};
/// SPARQL 1.2 [119] TripleTerm
struct TripleTerm : peg::seq<symbol<"<<(">, TripleTermPart, Verb, TripleTermPart, symbol<")>>">> {};

struct TripleTermData;
/// SPARQL 1.2 [124] TripleTermDataObject
struct TripleTermDataObject
    : peg::sor<iri, RDFLiteral, NumericLiteral, BooleanLiteral, TripleTermData> {};
/// SPARQL 1.2 [122] TripleTermData; [123] TripleTermDataSubject is an iri.
struct TripleTermData : peg::seq<symbol<"<<(">, iri, peg::sor<iri, TypeKeyword>,
                                 TripleTermDataObject, symbol<")>>">> {};

/// [109] GraphTerm with Var and TripleTerm: [106] VarOrTerm
struct VarOrTerm
    : peg::sor<Var, iri, RDFLiteral, NumericLiteral, BooleanLiteral, BlankNode, Nil, TripleTerm> {};

struct ReifiedTriple;
/// SPARQL 1.2 [71] VarOrReifierId
struct VarOrReifierId : peg::sor<Var, iri, BlankNode> {};
/// SPARQL 1.2 [70] Reifier
struct Reifier : peg::seq<symbol<"~">, peg::opt<VarOrReifierId>> {};
/// SPARQL 1.2 [117] ReifiedTripleSubject and [118] ReifiedTripleObject, which are alike.
struct ReifiedTriplePart : peg::sor<Var, iri, RDFLiteral, NumericLiteral, BooleanLiteral, BlankNode,
                                    ReifiedTriple, TripleTerm> {};
/// "<<" that does not open a triple term.
struct ReifiedTripleOpen : token<peg::seq<literal<"<<">, peg::not_at<peg::one<'('>>>> {};
/// SPARQL 1.2 [116] ReifiedTriple
struct ReifiedTriple : peg::seq<ReifiedTripleOpen, ReifiedTriplePart, Verb, ReifiedTriplePart,
                                peg::opt<Reifier>, symbol<">>">> {};

}  // namespace dossier::sparql
