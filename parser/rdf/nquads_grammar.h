// SPDX-License-Identifier: Apache-2.0
// The grammar of one line of N-Triples or N-Quads (RDF 1.2 N-Quads, section "Grammar"; RDF 1.1 is
// the part without triple terms, VERSION and base directions).
//
// Rules carry the productions' names. Departures: the document rule is the driver's loop over
// lines; object alternatives are tried triple term first, because "<<(" starts like an IRIREF.
#pragma once

#include "parser/grammar/terminals.h"

namespace dossier::nquads {

namespace peg = tao::pegtl;
namespace g = dossier::grammar;

struct blank : peg::star<peg::one<' ', '\t'>> {};
template <typename Token>
struct token : peg::seq<Token, blank> {};

struct IRIREF : g::IRIREF {};
struct BLANK_NODE_LABEL : g::BLANK_NODE_LABEL {};
struct STRING_LITERAL_QUOTE : g::STRING_LITERAL2 {};
struct LANG_DIR : g::LANG_DIR {};

struct datatype : g::IRIREF {};
struct datatype_mark : peg::string<'^', '^'> {};
struct literal
    : peg::seq<token<STRING_LITERAL_QUOTE>,
               peg::opt<peg::sor<token<LANG_DIR>,
                                 peg::seq<datatype_mark, blank, peg::must<token<datatype>>>>>> {};

struct tripleTerm;
struct node : peg::sor<token<IRIREF>, token<BLANK_NODE_LABEL>> {};
struct subject : node {};
struct predicate : token<IRIREF> {};
struct object : peg::sor<tripleTerm, node, literal> {};
struct graphLabel : node {};

struct triple_open : peg::string<'<', '<', '('> {};
struct triple_close : peg::string<')', '>', '>'> {};
struct ttSubject : node {};
struct ttPredicate : token<IRIREF> {};
struct ttObject : peg::sor<tripleTerm, node, literal> {};
struct tripleTerm
    : peg::if_must<token<triple_open>, ttSubject, ttPredicate, ttObject, token<triple_close>> {};

struct full_stop : peg::one<'.'> {};
struct triple_statement : peg::seq<subject, peg::must<predicate, object, token<full_stop>>> {};
struct quad_statement : peg::seq<subject, peg::must<predicate, object>, peg::opt<graphLabel>,
                                 peg::must<token<full_stop>>> {};

struct version_string : g::STRING_LITERAL2 {};
struct versionDirective
    : peg::if_must<token<peg::string<'V', 'E', 'R', 'S', 'I', 'O', 'N'>>, token<version_string>> {};

struct line_end : peg::eof {};
template <typename Statement>
struct line : peg::seq<blank, peg::opt<peg::sor<versionDirective, Statement>>, peg::opt<g::COMMENT>,
                       peg::must<line_end>> {};
struct triple_line : line<triple_statement> {};
struct quad_line : line<quad_statement> {};

}  // namespace dossier::nquads
