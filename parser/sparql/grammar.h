// SPDX-License-Identifier: Apache-2.0
// The grammar of SPARQL Query and Update, 1.1 and 1.2, as PEGTL rules.
//
// One rule per production of the W3C grammar (SPARQL 1.1 Query, section 19.8), under its name and
// with its number; productions that SPARQL 1.2 adds are marked so and have that grammar's number
// where it is settled. Parts of a production that leave a node of their own in the tree got a name
// too.
//
// A PEG takes the first alternative that matches and never reconsiders, whereas the W3C grammar is
// LL(1) over the longest tokens. Departures from its text, and the reasons:
//  - Right recursion over lists (TriplesBlock, TriplesTemplate, ConstructTriples, Update) is a
//    loop: the stack must not grow with the length of a text.
//  - The longest token comes first: DOUBLE, DECIMAL, INTEGER; long strings before short ones; "<="
//    before "<"; "<<(" before "<<". Where order is not enough, look-ahead decides: "<" that begins
//    an IRIREF is no operator, "?" that begins a variable and "+" that begins a number end a path,
//    and a keyword ends where no further letter or ":" follows.
//  - VarOrTerm before TriplesNode, so that "()" and "[]" are terms; DEFAULT, NAMED before an iri.
//  - PrimaryExpression before the signs of UnaryExpression, and a signed number before the
//    operators of AdditiveExpression: "?x -1" is a number token in both grammars.
//  - The names of built-in functions and aggregates are looked up in the second step, which knows
//    how many arguments each takes; HAVING and VALUES are not looked up, because they may follow a
//    Constraint.
//  - "!" may be repeated (SPARQL 1.2). LIMIT and OFFSET take a "$parameter" (an extension).
//  - Codepoint escapes are allowed in IRIs and strings only, as in SPARQL 1.2 and its test suite;
//    SPARQL 1.1 (19.2) allowed them anywhere.
// No rule is tried twice at one position with an unbounded common part, so parsing takes linear
// time.
#pragma once

#include "parser/sparql/grammar_update.h"
