// SPDX-License-Identifier: Apache-2.0
// Error messages: the name of each rule, and hints derived from the text at the error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/error.h"
#include "parser/sparql/expectations.h"
#include "parser/sparql/grammar.h"

namespace dossier::sparql {

/// The name of a rule in messages; rules without one are described by their parts.
template <typename Rule>
struct called {
  static constexpr std::string_view kName = {};
};
template <Text Words>
struct words {
  static constexpr auto kText = Words;
  static constexpr std::string_view kName = kText.view();
};

/// A symbol in quotes.
template <Text Symbol>
struct quoted {
  static constexpr std::size_t kLength = decltype(Symbol)::kLength + 2;
  struct Characters {
    char text[kLength] = {};
    constexpr Characters() {
      text[0] = text[kLength - 1] = '\'';
      for (std::size_t i = 0; i + 2 < kLength; ++i) text[i + 1] = Symbol.characters[i];
    }
  };
  static constexpr Characters kCharacters{};
  static constexpr std::string_view kName{kCharacters.text, kLength};
};

template <Text Word>
struct called<keyword<Word>> : words<Word> {};
template <Text Symbol>
struct called<symbol<Symbol>> : quoted<Symbol> {};

// clang-format off
template <> struct called<Var> : words<"a variable"> {};
template <> struct called<iri> : words<"an IRI or prefixed name"> {};
template <> struct called<token<IRIREF>> : words<"an IRI in '<' and '>'"> {};
template <> struct called<token<PrefixName>> : words<"a prefix ending in ':'"> {};
template <> struct called<token<String>> : words<"a string"> {};
template <> struct called<VersionSpecifier> : words<"a version in quotes, such as \"1.2\""> {};
template <> struct called<RDFLiteral> : words<"a literal"> {};
template <> struct called<NumericLiteral> : words<"a literal"> {};
template <> struct called<BooleanLiteral> : words<"a literal"> {};
template <> struct called<BlankNode> : words<"a blank node"> {};
template <> struct called<TypeKeyword> : words<"'a'"> {};
template <> struct called<Undef> : words<"UNDEF"> {};
template <> struct called<Verb> : words<"a predicate"> {};
template <> struct called<TripleTerm> : words<"a triple term"> {};
template <> struct called<TripleTermData> : words<"a triple term"> {};
template <> struct called<TripleTermPart> : words<"a term"> {};
template <> struct called<TripleTermDataObject> : words<"a term"> {};
template <> struct called<ReifiedTriplePart> : words<"a term"> {};
template <> struct called<ExprTripleTermSubject> : words<"a variable or an IRI"> {};
template <> struct called<ExprTripleTermObject> : words<"a variable, an IRI or a literal"> {};

template <> struct called<GraphNode> : words<"a term"> {};
template <> struct called<GraphNodePath> : words<"a term"> {};
template <> struct called<Object> : words<"an object"> {};
template <> struct called<ObjectPath> : words<"an object"> {};
template <> struct called<VerbPathOrSimple> : words<"a predicate or property path"> {};
template <> struct called<Path> : words<"a property path"> {};
template <> struct called<PathSequence> : words<"a property path"> {};
template <> struct called<PathEltOrInverse> : words<"a property path"> {};
template <> struct called<PathElt> : words<"a property path"> {};
template <> struct called<PathMod> : words<"a path operator"> {};
template <> struct called<symbol<"/">> : words<"a path operator"> {};
template <> struct called<Reifier> : words<"an annotation"> {};
template <> struct called<AnnotationBlock> : words<"an annotation"> {};
template <> struct called<AnnotationBlockPath> : words<"an annotation"> {};
template <> struct called<TriplesSameSubject> : words<"a triple"> {};
template <> struct called<TriplesSameSubjectPath> : words<"a triple pattern"> {};
template <> struct called<TriplesTemplate> : words<"a triple"> {};
template <> struct called<TriplesBlock> : words<"a triple pattern"> {};

template <> struct called<Expression> : words<"an expression"> {};
template <> struct called<ConditionalAndExpression> : words<"an expression"> {};
template <> struct called<ValueLogical> : words<"an expression"> {};
template <> struct called<NumericExpression> : words<"an expression"> {};
template <> struct called<MultiplicativeExpression> : words<"an expression"> {};
template <> struct called<UnaryExpression> : words<"an expression"> {};
template <> struct called<PrimaryExpression> : words<"an expression"> {};
template <> struct called<RelationalOperator> : words<"an operator"> {};
template <> struct called<InList> : words<"an operator"> {};
template <> struct called<NotInList> : words<"an operator"> {};
template <> struct called<AdditiveOperator> : words<"an operator"> {};
template <> struct called<SignedOperand> : words<"an operator"> {};
template <> struct called<MultiplicativeOperator> : words<"an operator"> {};
template <> struct called<symbol<"&&">> : words<"an operator"> {};
template <> struct called<symbol<"||">> : words<"an operator"> {};
template <> struct called<CountAll> : words<"'*'"> {};
template <> struct called<ArgList> : words<"'('"> {};
template <> struct called<ExpressionList> : words<"'('"> {};
template <> struct called<Constraint> : words<"a condition in '(' and ')' or a function call"> {};

template <> struct called<GraphPatternNotTriples> : words<"a clause (FILTER, OPTIONAL, ...)"> {};
template <> struct called<DataBlockValue> : words<"a value"> {};
template <> struct called<DataBlockRow> : words<"a row in '(' and ')'"> {};
template <> struct called<ExpressionAs> : words<"'(' with an expression AS a variable"> {};
template <> struct called<All> : words<"'*'"> {};
template <> struct called<GroupCondition> : words<"a variable or expression to group by"> {};
template <> struct called<OrderCondition> : words<"a variable or expression to order by"> {};
template <> struct called<RowCount> : words<"a number or a $parameter"> {};
template <> struct called<Distinct> : words<"DISTINCT"> {};
template <> struct called<Reduced> : words<"REDUCED"> {};
template <> struct called<Silent> : words<"SILENT"> {};
template <> struct called<DefaultGraph> : words<"DEFAULT"> {};
template <> struct called<NamedGraphs> : words<"NAMED"> {};
template <> struct called<AllGraphs> : words<"ALL"> {};
template <> struct called<Update1> : words<"an operation (INSERT, DELETE, ...)"> {};
template <> struct called<EndOfText> : words<"the end of the text"> {};
// clang-format on

/// The error for a text that stopped matching: says what is there, what was expected, and,
/// if it can be seen from the text, what is wrong with it.
Error syntax_error(std::string_view text, const Expectations& expectations);

/// True when a long string, the one token that may go over several lines, starts at `offset` and is
/// not closed.
bool ends_inside_long_string(std::string_view text, std::uint32_t offset);

}  // namespace dossier::sparql
