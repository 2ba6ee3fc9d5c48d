// SPDX-License-Identifier: Apache-2.0
// Grammar: expressions (SPARQL 1.1 [69]-[72], [110]-[128], 1.2 expression triple terms).
#pragma once

#include "parser/sparql/grammar_terms.h"

namespace dossier::sparql {

struct Expression;
struct GroupGraphPattern;

/// [120] BrackettedExpression
struct BrackettedExpression : peg::seq<symbol<"(">, Expression, symbol<")">> {};
/// DISTINCT where it is a flag of its parent.
struct Distinct : keyword<"DISTINCT"> {};
/// [71] ArgList
struct ArgList : peg::sor<Nil, peg::seq<symbol<"(">, peg::opt<Distinct>,
                                        peg::list<Expression, symbol<",">>, symbol<")">>> {};
/// [72] ExpressionList
struct ExpressionList
    : peg::sor<Nil, peg::seq<symbol<"(">, peg::list<Expression, symbol<",">>, symbol<")">>> {};
/// [70] FunctionCall
struct FunctionCall : peg::seq<iri, ArgList> {};
/// [128] iriOrFunction; the tree has a FunctionCall where there is an ArgList.
struct iriOrFunction : peg::seq<iri, peg::opt<ArgList>> {};

/// The argument of COUNT(*).
struct CountAll : token<literal<"*">> {};
struct GroupConcatSeparator
    : peg::seq<symbol<";">, keyword<"SEPARATOR">, symbol<"=">, token<String>> {};
/// The functions of [127] Aggregate, whose arguments take DISTINCT.
struct AggregateName : peg::sor<keyword<"COUNT">, keyword<"SUM">, keyword<"MIN">, keyword<"MAX">,
                                keyword<"AVG">, keyword<"SAMPLE">, keyword<"GROUP_CONCAT">> {};
/// [127] Aggregate: "*" is COUNT's alone and SEPARATOR is GROUP_CONCAT's; the next step checks
/// that.
struct Aggregate
    : peg::seq<AggregateName, symbol<"(">, peg::opt<Distinct>, peg::sor<CountAll, Expression>,
               peg::opt<GroupConcatSeparator>, symbol<")">> {};

/// [125] ExistsFunc
struct ExistsFunc : peg::seq<keyword<"EXISTS">, GroupGraphPattern> {};
/// [126] NotExistsFunc
struct NotExistsFunc : peg::seq<keyword<"NOT">, keyword<"EXISTS">, GroupGraphPattern> {};
/// Words before "(" that name no function: aggregates, and the two clauses that may follow a
/// Constraint.
struct NotBuiltIn : peg::sor<keyword<"HAVING">, keyword<"VALUES">, AggregateName> {};
struct BuiltInWord
    : peg::seq<peg::not_at<NotBuiltIn>, peg::alpha, peg::star<peg::sor<peg::alnum, peg::one<'_'>>>,
               peg::not_at<word_goes_on>> {};
/// A word before "(": the name of a built-in function.
struct BuiltInName : peg::seq<token<BuiltInWord>, peg::at<peg::one<'('>>> {};
/// [121] BuiltInCall with [122] RegexExpression, [123] SubstringExpression and [124]
/// StrReplaceExpression. The grammar takes any name with any number of arguments; the next step
/// looks the name up (parser/sparql/builtins.h) and can so name what is wrong.
struct BuiltInCall
    : peg::sor<Aggregate, ExistsFunc, NotExistsFunc, attempt<BuiltInName, ExpressionList>> {};

struct ExprTripleTerm;
/// SPARQL 1.2 ExprTripleTermSubject
struct ExprTripleTermSubject : peg::sor<iri, Var> {};
/// SPARQL 1.2 ExprTripleTermObject
struct ExprTripleTermObject
    : peg::sor<iri, Var, RDFLiteral, NumericLiteral, BooleanLiteral, ExprTripleTerm> {};
/// SPARQL 1.2 ExprTripleTerm
struct ExprTripleTerm
    : peg::seq<symbol<"<<(">, ExprTripleTermSubject, Verb, ExprTripleTermObject, symbol<")>>">> {};

/// [119] PrimaryExpression: iriOrFunction and literals before BuiltInCall, so that "true" is no
/// name.
struct PrimaryExpression : peg::sor<BrackettedExpression, Var, iriOrFunction, RDFLiteral,
                                    NumericLiteral, BooleanLiteral, BuiltInCall, ExprTripleTerm> {};
struct UnaryExpression;
struct UnaryNot : peg::seq<symbol<"!">, UnaryExpression> {};
struct UnaryPlus : peg::seq<symbol<"+">, PrimaryExpression> {};
struct UnaryMinus : peg::seq<symbol<"-">, PrimaryExpression> {};
/// [118] UnaryExpression as of SPARQL 1.2, where "!" may be repeated. PrimaryExpression comes
/// first:
/// "-1" is a number, "-?x" an operation.
struct UnaryExpression : peg::sor<PrimaryExpression, UnaryNot, UnaryPlus, UnaryMinus> {};

struct MultiplicativeOperator : token<peg::one<'*', '/'>> {};
/// [117] MultiplicativeExpression
struct MultiplicativeExpression
    : peg::seq<UnaryExpression, peg::star<attempt<MultiplicativeOperator, UnaryExpression>>> {};
struct AdditiveOperator : token<peg::one<'+', '-'>> {};
/// What [116] allows for "?x -1 * 2", where the sign is part of the number's token.
struct SignedOperand
    : peg::seq<NumericLiteralSigned, peg::star<attempt<MultiplicativeOperator, UnaryExpression>>> {
};
/// [116] AdditiveExpression: a signed number before the bare operator, as the longest token wins.
struct AdditiveExpression
    : peg::seq<
          MultiplicativeExpression,
          peg::star<peg::sor<SignedOperand, attempt<AdditiveOperator, MultiplicativeExpression>>>> {
};
/// [115] NumericExpression
struct NumericExpression : peg::seq<AdditiveExpression> {};
/// Longer operators first; and what may be read as an IRIREF is one, as the longest token wins:
/// "?x<?a&&?b>?y" compares nothing.
struct RelationalOperator
    : token<peg::sor<literal<"=">, literal<"!=">,
                     peg::seq<peg::not_at<IRIREF>, peg::sor<literal<"<=">, literal<"<">>>,
                     literal<">=">, literal<">">>> {};
struct InList : peg::seq<keyword<"IN">, ExpressionList> {};
struct NotInList : peg::seq<keyword<"NOT">, keyword<"IN">, ExpressionList> {};
/// [114] RelationalExpression
struct RelationalExpression
    : peg::seq<
          NumericExpression,
          peg::opt<peg::sor<attempt<RelationalOperator, NumericExpression>, InList, NotInList>>> {};
/// [113] ValueLogical
struct ValueLogical : peg::seq<RelationalExpression> {};
/// [112] ConditionalAndExpression
struct ConditionalAndExpression : peg::list<ValueLogical, symbol<"&&">> {};
/// [111] ConditionalOrExpression
struct ConditionalOrExpression : peg::list<ConditionalAndExpression, symbol<"||">> {};
/// [110] Expression
struct Expression : peg::seq<ConditionalOrExpression> {};
/// [69] Constraint
struct Constraint : peg::sor<BrackettedExpression, FunctionCall, BuiltInCall> {};

}  // namespace dossier::sparql
