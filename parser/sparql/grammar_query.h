// SPDX-License-Identifier: Apache-2.0
// Grammar: prologue, query forms, solution modifiers (SPARQL 1.1 [1]-[28]).
#pragma once

#include "parser/sparql/grammar_patterns.h"

namespace dossier::sparql {

/// [5] BaseDecl
struct BaseDecl : peg::seq<keyword<"BASE">, token<IRIREF>> {};
struct PrefixName : peg::seq<PNAME_NS> {};
/// [6] PrefixDecl
struct PrefixDecl : peg::seq<keyword<"PREFIX">, token<PrefixName>, token<IRIREF>> {};
struct ShortString : peg::sor<STRING_LITERAL1, STRING_LITERAL2> {};
/// SPARQL 1.2 VersionSpecifier: no long strings.
struct VersionSpecifier : token<ShortString> {};
/// SPARQL 1.2 VersionDecl
struct VersionDecl : peg::seq<keyword<"VERSION">, VersionSpecifier> {};
/// [4] Prologue
struct Prologue : peg::star<peg::sor<BaseDecl, PrefixDecl, VersionDecl>> {};

struct Reduced : keyword<"REDUCED"> {};
/// The "*" of SELECT and DESCRIBE.
struct All : token<literal<"*">> {};
/// ( expression AS variable ) of [9] and [20], where AS is optional.
struct ExpressionAs : peg::seq<symbol<"(">, Expression, keyword<"AS">, Var, symbol<")">> {};
/// [9] SelectClause
struct SelectClause : peg::seq<keyword<"SELECT">, peg::opt<peg::sor<Distinct, Reduced>>,
                               peg::sor<peg::plus<peg::sor<Var, ExpressionAs>>, All>> {};

/// [14] SourceSelector of [13] DefaultGraphClause
struct DefaultGraphClause : peg::seq<iri> {};
/// [15] NamedGraphClause
struct NamedGraphClause : peg::seq<keyword<"NAMED">, iri> {};
/// [13] DatasetClause: NAMED first, since it can't be an iri.
struct DatasetClause : peg::seq<keyword<"FROM">, peg::sor<NamedGraphClause, DefaultGraphClause>> {};
/// [17] WhereClause
struct WhereClause : peg::seq<peg::opt<keyword<"WHERE">>, GroupGraphPattern> {};

struct GroupExpression
    : peg::seq<symbol<"(">, Expression, peg::opt<keyword<"AS">, Var>, symbol<")">> {};
/// [20] GroupCondition
struct GroupCondition : peg::sor<GroupExpression, FunctionCall, BuiltInCall, Var> {};
/// [19] GroupClause
struct GroupClause : peg::seq<keyword<"GROUP">, keyword<"BY">, peg::plus<GroupCondition>> {};
/// [21] HavingClause with [22] HavingCondition
struct HavingClause : peg::seq<keyword<"HAVING">, peg::plus<Constraint>> {};
struct Ascending : peg::seq<keyword<"ASC">, BrackettedExpression> {};
struct Descending : peg::seq<keyword<"DESC">, BrackettedExpression> {};
/// [24] OrderCondition
struct OrderCondition : peg::sor<Ascending, Descending, Constraint, Var> {};
/// [23] OrderClause
struct OrderClause : peg::seq<keyword<"ORDER">, keyword<"BY">, peg::plus<OrderCondition>> {};
struct Digits : peg::seq<INTEGER> {};
/// The number of [26] and [27], or, beyond W3C, a parameter.
struct RowCount : peg::sor<token<Digits>, token<VAR2>> {};
/// [26] LimitClause
struct LimitClause : peg::seq<keyword<"LIMIT">, RowCount> {};
/// [27] OffsetClause
struct OffsetClause : peg::seq<keyword<"OFFSET">, RowCount> {};
/// [25] LimitOffsetClauses
struct LimitOffsetClauses : peg::sor<peg::seq<LimitClause, peg::opt<OffsetClause>>,
                                     peg::seq<OffsetClause, peg::opt<LimitClause>>> {};
/// [18] SolutionModifier
struct SolutionModifier : peg::seq<peg::opt<GroupClause>, peg::opt<HavingClause>,
                                   peg::opt<OrderClause>, peg::opt<LimitOffsetClauses>> {};
/// [28] ValuesClause
struct ValuesClause : peg::opt<keyword<"VALUES">, DataBlock> {};

/// [7] SelectQuery
struct SelectQuery
    : peg::seq<SelectClause, peg::star<DatasetClause>, WhereClause, SolutionModifier> {};
/// [8] SubSelect
struct SubSelect : peg::seq<SelectClause, WhereClause, SolutionModifier, ValuesClause> {};
/// [73] ConstructTemplate
struct ConstructTemplate : peg::seq<symbol<"{">, peg::opt<TriplesTemplate>, symbol<"}">> {};
/// The second alternative of [10]: CONSTRUCT WHERE { triples }.
struct ConstructWhere
    : peg::seq<peg::star<DatasetClause>, keyword<"WHERE">, ConstructTemplate, SolutionModifier> {};
/// [10] ConstructQuery
struct ConstructQuery
    : peg::seq<keyword<"CONSTRUCT">, peg::sor<peg::seq<ConstructTemplate, peg::star<DatasetClause>,
                                                       WhereClause, SolutionModifier>,
                                              ConstructWhere>> {};
/// [11] DescribeQuery
struct DescribeQuery : peg::seq<keyword<"DESCRIBE">, peg::sor<peg::plus<VarOrIri>, All>,
                                peg::star<DatasetClause>, peg::opt<WhereClause>, SolutionModifier> {
};
/// [12] AskQuery
struct AskQuery
    : peg::seq<keyword<"ASK">, peg::star<DatasetClause>, WhereClause, SolutionModifier> {};
/// [2] Query
struct Query : peg::seq<Prologue, peg::sor<SelectQuery, ConstructQuery, DescribeQuery, AskQuery>,
                        ValuesClause> {};
struct EndOfText : peg::eof {};
/// [1] QueryUnit; a byte order mark is let pass.
struct QueryUnit : peg::seq<peg::opt<peg::utf8::bom>, ignored, Query, EndOfText> {};

}  // namespace dossier::sparql
