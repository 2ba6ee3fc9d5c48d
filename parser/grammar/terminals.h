// SPDX-License-Identifier: Apache-2.0
// The terminals that SPARQL, Turtle, TriG, N-Triples and N-Quads share, named as in the W3C
// grammars (SPARQL 1.1 Query 19.8 with its production numbers; Turtle 1.1 section 6.5 has the same
// rules).
//
// Terminals match exactly their own text: no white space around it, no message when they fail, no
// action. The grammars add those. The text is taken to be valid UTF-8 (parser/grammar/text.h
// checks).
//
// Where PEG order matters:
//  - PN_PREFIX, PN_LOCAL and BLANK_NODE_LABEL may hold dots but not end in one: each run of dots is
//    taken only together with the character after it, so "a.b." leaves the last dot.
//  - DOUBLE before DECIMAL before INTEGER, the long strings before the short ones; the grammars
//    keep to that order wherever they list alternatives.
#pragma once

#include <tao/pegtl.hpp>

namespace dossier::grammar {

namespace peg = tao::pegtl;

// ---- Characters ----

/// [164] PN_CHARS_BASE; ASCII first because almost all text is.
struct PN_CHARS_BASE
    : peg::sor<peg::alpha,
               peg::utf8::ranges<0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF,
                                 0x200C, 0x200D, 0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF,
                                 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF>> {};
/// [165] PN_CHARS_U
struct PN_CHARS_U : peg::sor<PN_CHARS_BASE, peg::one<'_'>> {};
/// [167] PN_CHARS
struct PN_CHARS
    : peg::sor<peg::ranges<'a', 'z', 'A', 'Z', '0', '9', '_', '_', '-', '-'>, PN_CHARS_BASE,
               peg::utf8::ranges<0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040>> {};
/// [172] HEX
struct HEX : peg::xdigit {};
/// [26] of Turtle: UCHAR, also the codepoint escape of SPARQL 1.2.
struct UCHAR : peg::seq<peg::one<'\\'>, peg::sor<peg::seq<peg::one<'u'>, peg::rep<4, HEX>>,
                                                 peg::seq<peg::one<'U'>, peg::rep<8, HEX>>>> {};
/// [160] ECHAR
struct ECHAR : peg::seq<peg::one<'\\'>, peg::one<'t', 'b', 'n', 'r', 'f', '\\', '"', '\''>> {};

// ---- White space ----

/// [162] WS
struct WS : peg::one<' ', '\t', '\r', '\n'> {};
/// A comment runs from "#" (outside an IRI or string) to the end of the line.
struct COMMENT : peg::seq<peg::one<'#'>, peg::star<peg::not_one<'\n', '\r'>>> {};
/// What may be between any two tokens; matches the empty text too.
struct ignored : peg::star<peg::sor<WS, COMMENT>> {};

// ---- Names ----

/// [139] IRIREF, with the escapes of Turtle and SPARQL 1.2.
struct IRIREF : peg::seq<peg::one<'<'>,
                         peg::star<peg::sor<peg::ranges<'?', '[', ']', ']', '_', '_', 'a', 'z', '#',
                                                        ';', '!', '!', '=', '=', '~', '~'>,
                                            peg::utf8::range<0x7F, 0x10FFFF>, UCHAR>>,
                         peg::one<'>'>> {};
/// [168] PN_PREFIX
struct PN_PREFIX : peg::seq<PN_CHARS_BASE, peg::star<peg::star<peg::one<'.'>>, PN_CHARS>> {};
/// [171] PERCENT
struct PERCENT : peg::seq<peg::one<'%'>, HEX, HEX> {};
/// [173] PN_LOCAL_ESC
struct PN_LOCAL_ESC
    : peg::seq<peg::one<'\\'>, peg::one<'_', '~', '.', '-', '!', '$', '&', '\'', '(', ')', '*', '+',
                                        ',', ';', '=', '/', '?', '#', '@', '%'>> {};
/// [170] PLX
struct PLX : peg::sor<PERCENT, PN_LOCAL_ESC> {};
/// [169] PN_LOCAL
struct PN_LOCAL
    : peg::seq<peg::sor<PN_CHARS_U, peg::one<':'>, peg::digit, PLX>,
               peg::star<peg::star<peg::one<'.'>>, peg::sor<PN_CHARS, peg::one<':'>, PLX>>> {};
/// [140] PNAME_NS
struct PNAME_NS : peg::seq<peg::opt<PN_PREFIX>, peg::one<':'>> {};
/// [141] PNAME_LN, or PNAME_NS when no local name follows.
struct PrefixedName : peg::seq<PNAME_NS, peg::opt<PN_LOCAL>> {};
/// [142] BLANK_NODE_LABEL
struct BLANK_NODE_LABEL : peg::seq<peg::string<'_', ':'>, peg::sor<PN_CHARS_U, peg::digit>,
                                   peg::star<peg::star<peg::one<'.'>>, PN_CHARS>> {};
/// [163] ANON, comments allowed inside as between any tokens.
struct ANON : peg::seq<peg::one<'['>, ignored, peg::one<']'>> {};
/// [161] NIL
struct NIL : peg::seq<peg::one<'('>, ignored, peg::one<')'>> {};

// ---- Literals ----

/// [145] LANGTAG
struct LANGTAG : peg::seq<peg::one<'@'>, peg::plus<peg::alpha>,
                          peg::star<peg::one<'-'>, peg::plus<peg::alnum>>> {};
/// SPARQL 1.2 and Turtle 1.2 LANG_DIR: LANGTAG and an optional base direction.
struct LANG_DIR : peg::seq<LANGTAG, peg::opt<peg::string<'-', '-'>, peg::plus<peg::alpha>>> {};

/// [146] INTEGER, unsigned
struct INTEGER : peg::plus<peg::digit> {};
/// [147] DECIMAL, unsigned
struct DECIMAL : peg::seq<peg::star<peg::digit>, peg::one<'.'>, peg::plus<peg::digit>> {};
/// [155] EXPONENT
struct EXPONENT
    : peg::seq<peg::one<'e', 'E'>, peg::opt<peg::one<'+', '-'>>, peg::plus<peg::digit>> {};
/// [148] DOUBLE, unsigned
struct DOUBLE
    : peg::sor<
          peg::seq<peg::plus<peg::digit>, peg::opt<peg::one<'.'>, peg::star<peg::digit>>, EXPONENT>,
          peg::seq<peg::one<'.'>, peg::plus<peg::digit>, EXPONENT>> {};

struct string_escape : peg::sor<ECHAR, UCHAR> {};
/// A string between one quote character on each side, on one line.
template <char Quote>
struct short_string
    : peg::seq<peg::one<Quote>,
               peg::star<peg::sor<peg::not_one<Quote, '\\', '\n', '\r'>, string_escape>>,
               peg::one<Quote>> {};
/// A string between three quote characters on each side, over any number of lines.
template <char Quote>
struct long_string : peg::seq<peg::string<Quote, Quote, Quote>,
                              peg::until<peg::string<Quote, Quote, Quote>,
                                         peg::sor<peg::not_one<'\\'>, string_escape>>> {};
/// [156] STRING_LITERAL1
struct STRING_LITERAL1 : short_string<'\''> {};
/// [157] STRING_LITERAL2
struct STRING_LITERAL2 : short_string<'"'> {};
/// [158] STRING_LITERAL_LONG1
struct STRING_LITERAL_LONG1 : long_string<'\''> {};
/// [159] STRING_LITERAL_LONG2
struct STRING_LITERAL_LONG2 : long_string<'"'> {};

}  // namespace dossier::grammar
