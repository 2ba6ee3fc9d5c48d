// Error messages: what a rule is called when a text lacks it, and what else can be said about a
// spot.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/error.h"
#include "parser/sparql/expectations.h"
#include "parser/sparql/grammar.h"

namespace dossier::sparql {

/// The name of a rule in messages; rules without one are told by their parts.
template <typename Rule>
inline constexpr std::string_view kExpected = {};

/// A symbol in quotes.
template <Text Symbol>
struct Quoted {
  static constexpr std::size_t kLength = decltype(Symbol)::kLength + 2;
  struct Characters {
    char text[kLength] = {};
    constexpr Characters() {
      text[0] = text[kLength - 1] = '\'';
      for (std::size_t i = 0; i + 2 < kLength; ++i) text[i + 1] = Symbol.characters[i];
    }
  };
  static constexpr Characters kCharacters{};
  static constexpr std::string_view kView{kCharacters.text, kLength};
};

template <Text Word>
inline constexpr std::string_view kExpected<keyword<Word>> = Word.view();
template <Text Symbol>
inline constexpr std::string_view kExpected<symbol<Symbol>> = Quoted<Symbol>::kView;

// clang-format off
template <> inline constexpr std::string_view kExpected<Var> = "a variable";
template <> inline constexpr std::string_view kExpected<iri> = "an IRI or prefixed name";
template <> inline constexpr std::string_view kExpected<token<IRIREF>> = "an IRI in '<' and '>'";
template <> inline constexpr std::string_view kExpected<token<PrefixName>> = "a prefix ending in ':'";
template <> inline constexpr std::string_view kExpected<token<String>> = "a string";
template <> inline constexpr std::string_view kExpected<VersionSpecifier> = "a version in single quotes, such as \"1.2\"";
template <> inline constexpr std::string_view kExpected<RDFLiteral> = "a literal";
template <> inline constexpr std::string_view kExpected<NumericLiteral> = "a literal";
template <> inline constexpr std::string_view kExpected<BooleanLiteral> = "a literal";
template <> inline constexpr std::string_view kExpected<BlankNode> = "a blank node";
template <> inline constexpr std::string_view kExpected<TypeKeyword> = "'a'";
template <> inline constexpr std::string_view kExpected<Undef> = "UNDEF";
template <> inline constexpr std::string_view kExpected<Verb> = "a predicate";
template <> inline constexpr std::string_view kExpected<TripleTerm> = "a triple term";
template <> inline constexpr std::string_view kExpected<TripleTermData> = "a triple term";
template <> inline constexpr std::string_view kExpected<TripleTermPart> = "a term";
template <> inline constexpr std::string_view kExpected<TripleTermDataObject> = "a term";
template <> inline constexpr std::string_view kExpected<ReifiedTriplePart> = "a term";
template <> inline constexpr std::string_view kExpected<ExprTripleTermSubject> = "a variable or an IRI";
template <> inline constexpr std::string_view kExpected<ExprTripleTermObject> = "a variable, an IRI or a literal";

template <> inline constexpr std::string_view kExpected<GraphNode> = "a term";
template <> inline constexpr std::string_view kExpected<GraphNodePath> = "a term";
template <> inline constexpr std::string_view kExpected<Object> = "an object";
template <> inline constexpr std::string_view kExpected<ObjectPath> = "an object";
template <> inline constexpr std::string_view kExpected<VerbPathOrSimple> = "a predicate or property path";
template <> inline constexpr std::string_view kExpected<Path> = "a property path";
template <> inline constexpr std::string_view kExpected<PathSequence> = "a property path";
template <> inline constexpr std::string_view kExpected<PathEltOrInverse> = "a property path";
template <> inline constexpr std::string_view kExpected<PathElt> = "a property path";
template <> inline constexpr std::string_view kExpected<PathMod> = "a path operator";
template <> inline constexpr std::string_view kExpected<symbol<"/">> = "a path operator";
template <> inline constexpr std::string_view kExpected<Reifier> = "an annotation";
template <> inline constexpr std::string_view kExpected<AnnotationBlock> = "an annotation";
template <> inline constexpr std::string_view kExpected<AnnotationBlockPath> = "an annotation";
template <> inline constexpr std::string_view kExpected<TriplesSameSubject> = "a triple";
template <> inline constexpr std::string_view kExpected<TriplesSameSubjectPath> = "a triple pattern";
template <> inline constexpr std::string_view kExpected<TriplesTemplate> = "a triple";
template <> inline constexpr std::string_view kExpected<TriplesBlock> = "a triple pattern";

template <> inline constexpr std::string_view kExpected<Expression> = "an expression";
template <> inline constexpr std::string_view kExpected<ConditionalAndExpression> = "an expression";
template <> inline constexpr std::string_view kExpected<ValueLogical> = "an expression";
template <> inline constexpr std::string_view kExpected<NumericExpression> = "an expression";
template <> inline constexpr std::string_view kExpected<MultiplicativeExpression> = "an expression";
template <> inline constexpr std::string_view kExpected<UnaryExpression> = "an expression";
template <> inline constexpr std::string_view kExpected<PrimaryExpression> = "an expression";
template <> inline constexpr std::string_view kExpected<RelationalOperator> = "an operator";
template <> inline constexpr std::string_view kExpected<InList> = "an operator";
template <> inline constexpr std::string_view kExpected<NotInList> = "an operator";
template <> inline constexpr std::string_view kExpected<AdditiveOperator> = "an operator";
template <> inline constexpr std::string_view kExpected<SignedOperand> = "an operator";
template <> inline constexpr std::string_view kExpected<MultiplicativeOperator> = "an operator";
template <> inline constexpr std::string_view kExpected<symbol<"&&">> = "an operator";
template <> inline constexpr std::string_view kExpected<symbol<"||">> = "an operator";
template <> inline constexpr std::string_view kExpected<CountAll> = "'*'";
template <> inline constexpr std::string_view kExpected<ArgList> = "'('";
template <> inline constexpr std::string_view kExpected<ExpressionList> = "'('";
template <> inline constexpr std::string_view kExpected<Constraint> = "a condition in '(' and ')' or a function call";

template <> inline constexpr std::string_view kExpected<GraphPatternNotTriples> = "a clause (FILTER, OPTIONAL, ...)";
template <> inline constexpr std::string_view kExpected<DataBlockValue> = "a value";
template <> inline constexpr std::string_view kExpected<DataBlockRow> = "a row in '(' and ')'";
template <> inline constexpr std::string_view kExpected<ExpressionAs> = "'(' with an expression AS a variable";
template <> inline constexpr std::string_view kExpected<All> = "'*'";
template <> inline constexpr std::string_view kExpected<GroupCondition> = "a variable or expression to group by";
template <> inline constexpr std::string_view kExpected<OrderCondition> = "a variable or expression to order by";
template <> inline constexpr std::string_view kExpected<RowCount> = "a number or a $parameter";
template <> inline constexpr std::string_view kExpected<Distinct> = "DISTINCT";
template <> inline constexpr std::string_view kExpected<Reduced> = "REDUCED";
template <> inline constexpr std::string_view kExpected<Silent> = "SILENT";
template <> inline constexpr std::string_view kExpected<DefaultGraph> = "DEFAULT";
template <> inline constexpr std::string_view kExpected<NamedGraphs> = "NAMED";
template <> inline constexpr std::string_view kExpected<AllGraphs> = "ALL";
template <> inline constexpr std::string_view kExpected<Update1> = "an operation (INSERT, DELETE, ...)";
template <> inline constexpr std::string_view kExpected<EndOfText> = "the end of the text";
// clang-format on

/// The error for a text that stopped matching: says what stands there, what was expected, and,
/// where the spot tells it, what is wrong with it.
Error syntax_error(std::string_view text, const Expectations& expectations);

/// True when a long string, the one token that may go over several lines, starts at `offset` and is
/// not closed.
bool ends_inside_long_string(std::string_view text, std::uint32_t offset);

}  // namespace dossier::sparql
