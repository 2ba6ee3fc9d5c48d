// Actions: which rules of the grammar leave a node in the tree, which count as nesting.
#pragma once

#include <optional>

#include "parser/sparql/grammar.h"
#include "parser/sparql/syntax_tree.h"

namespace dossier::sparql {

/// What a rule that matched does to the tree.
struct TreeAction {
  bool observed = false;       ///< takes its nodes back when it fails
  bool node = false;           ///< leaves a node of `kind`
  bool unless_single = false;  ///< but not around a single node
  Kind kind = Kind::Unit;
};
constexpr TreeAction leaves(Kind kind) { return {true, true, false, kind}; }
constexpr TreeAction leaves_operation(Kind kind) { return {true, true, true, kind}; }

template <typename Rule>
inline constexpr TreeAction kTreeAction = {};
template <typename... Rules>
inline constexpr TreeAction kTreeAction<attempt<Rules...>> = {true, false, false, Kind::Unit};
template <>
inline constexpr TreeAction kTreeAction<NextUpdate> = {true, false, false, Kind::Unit};

// clang-format off
// Terms
template <> inline constexpr TreeAction kTreeAction<VAR1> = leaves(Kind::Var);
template <> inline constexpr TreeAction kTreeAction<VAR2> = leaves(Kind::Var);
template <> inline constexpr TreeAction kTreeAction<IRIREF> = leaves(Kind::IriRef);
template <> inline constexpr TreeAction kTreeAction<PrefixedName> = leaves(Kind::PrefixedName);
template <> inline constexpr TreeAction kTreeAction<BLANK_NODE_LABEL> = leaves(Kind::BlankNodeLabel);
template <> inline constexpr TreeAction kTreeAction<ANON> = leaves(Kind::Anon);
template <> inline constexpr TreeAction kTreeAction<NIL> = leaves(Kind::Nil);
template <> inline constexpr TreeAction kTreeAction<String> = leaves(Kind::String);
template <> inline constexpr TreeAction kTreeAction<LANG_DIR> = leaves(Kind::LanguageTag);
template <> inline constexpr TreeAction kTreeAction<RDFLiteral> = leaves_operation(Kind::RdfLiteral);
template <> inline constexpr TreeAction kTreeAction<UnsignedNumber> = leaves(Kind::Number);
template <> inline constexpr TreeAction kTreeAction<Digits> = leaves(Kind::Number);
template <> inline constexpr TreeAction kTreeAction<SignedNumber> = leaves(Kind::Number);
template <> inline constexpr TreeAction kTreeAction<BooleanLiteral> = leaves(Kind::Boolean);
template <> inline constexpr TreeAction kTreeAction<TypeKeyword> = leaves(Kind::TypeKeyword);
template <> inline constexpr TreeAction kTreeAction<TripleTerm> = leaves(Kind::TripleTerm);
template <> inline constexpr TreeAction kTreeAction<TripleTermData> = leaves(Kind::TripleTerm);
template <> inline constexpr TreeAction kTreeAction<ExprTripleTerm> = leaves(Kind::TripleTerm);
template <> inline constexpr TreeAction kTreeAction<ReifiedTriple> = leaves(Kind::ReifiedTriple);
template <> inline constexpr TreeAction kTreeAction<Reifier> = leaves(Kind::Reifier);

// Triples: the rules with and without paths leave the same nodes.
template <> inline constexpr TreeAction kTreeAction<AnnotationBlock> = leaves(Kind::Annotation);
template <> inline constexpr TreeAction kTreeAction<AnnotationBlockPath> = leaves(Kind::Annotation);
template <> inline constexpr TreeAction kTreeAction<PropertyListNotEmpty> = leaves(Kind::PropertyList);
template <> inline constexpr TreeAction kTreeAction<PropertyListPathNotEmpty> = leaves(Kind::PropertyList);
template <> inline constexpr TreeAction kTreeAction<Collection> = leaves(Kind::Collection);
template <> inline constexpr TreeAction kTreeAction<CollectionPath> = leaves(Kind::Collection);
template <> inline constexpr TreeAction kTreeAction<BlankNodePropertyList> = leaves(Kind::BlankNodePropertyList);
template <> inline constexpr TreeAction kTreeAction<BlankNodePropertyListPath> = leaves(Kind::BlankNodePropertyList);
template <> inline constexpr TreeAction kTreeAction<Object> = leaves(Kind::Object);
template <> inline constexpr TreeAction kTreeAction<ObjectPath> = leaves(Kind::Object);
template <> inline constexpr TreeAction kTreeAction<TriplesSameSubject> = leaves(Kind::TriplesSameSubject);
template <> inline constexpr TreeAction kTreeAction<TriplesSameSubjectPath> = leaves(Kind::TriplesSameSubject);
template <> inline constexpr TreeAction kTreeAction<TriplesTemplate> = leaves(Kind::TriplesBlock);
template <> inline constexpr TreeAction kTreeAction<TriplesBlock> = leaves(Kind::TriplesBlock);

// Paths
template <> inline constexpr TreeAction kTreeAction<PathAlternative> = leaves_operation(Kind::PathAlternative);
template <> inline constexpr TreeAction kTreeAction<PathSequence> = leaves_operation(Kind::PathSequence);
template <> inline constexpr TreeAction kTreeAction<PathElt> = leaves_operation(Kind::PathElt);
template <> inline constexpr TreeAction kTreeAction<PathInverse> = leaves(Kind::PathInverse);
template <> inline constexpr TreeAction kTreeAction<PathMod> = leaves(Kind::PathMod);
template <> inline constexpr TreeAction kTreeAction<PathNegatedPropertySet> = leaves(Kind::PathNegatedPropertySet);
template <> inline constexpr TreeAction kTreeAction<PathInversePredicate> = leaves(Kind::PathInversePredicate);

// Expressions
template <> inline constexpr TreeAction kTreeAction<ConditionalOrExpression> = leaves_operation(Kind::Or);
template <> inline constexpr TreeAction kTreeAction<ConditionalAndExpression> = leaves_operation(Kind::And);
template <> inline constexpr TreeAction kTreeAction<RelationalExpression> = leaves_operation(Kind::Relational);
template <> inline constexpr TreeAction kTreeAction<RelationalOperator> = leaves(Kind::RelationalOperator);
template <> inline constexpr TreeAction kTreeAction<InList> = leaves(Kind::InList);
template <> inline constexpr TreeAction kTreeAction<NotInList> = leaves(Kind::NotInList);
template <> inline constexpr TreeAction kTreeAction<AdditiveExpression> = leaves_operation(Kind::Additive);
template <> inline constexpr TreeAction kTreeAction<AdditiveOperator> = leaves(Kind::AdditiveOperator);
template <> inline constexpr TreeAction kTreeAction<SignedOperand> = leaves(Kind::SignedOperand);
template <> inline constexpr TreeAction kTreeAction<MultiplicativeExpression> = leaves_operation(Kind::Multiplicative);
template <> inline constexpr TreeAction kTreeAction<MultiplicativeOperator> = leaves(Kind::MultiplicativeOperator);
template <> inline constexpr TreeAction kTreeAction<UnaryNot> = leaves(Kind::UnaryNot);
template <> inline constexpr TreeAction kTreeAction<UnaryPlus> = leaves(Kind::UnaryPlus);
template <> inline constexpr TreeAction kTreeAction<UnaryMinus> = leaves(Kind::UnaryMinus);
template <> inline constexpr TreeAction kTreeAction<FunctionCall> = leaves(Kind::FunctionCall);
template <> inline constexpr TreeAction kTreeAction<iriOrFunction> = leaves_operation(Kind::FunctionCall);
template <> inline constexpr TreeAction kTreeAction<ArgList> = leaves(Kind::ArgList);
template <> inline constexpr TreeAction kTreeAction<ExpressionList> = leaves(Kind::ArgList);
template <> inline constexpr TreeAction kTreeAction<BuiltInCall> = leaves_operation(Kind::BuiltInCall);
template <> inline constexpr TreeAction kTreeAction<BuiltInWord> = leaves(Kind::BuiltInName);
template <> inline constexpr TreeAction kTreeAction<Aggregate> = leaves(Kind::Aggregate);
template <> inline constexpr TreeAction kTreeAction<CountAll> = leaves(Kind::CountAll);
template <> inline constexpr TreeAction kTreeAction<GroupConcatSeparator> = leaves(Kind::Separator);
template <> inline constexpr TreeAction kTreeAction<ExistsFunc> = leaves(Kind::Exists);
template <> inline constexpr TreeAction kTreeAction<NotExistsFunc> = leaves(Kind::NotExists);

// Graph patterns
template <> inline constexpr TreeAction kTreeAction<GroupGraphPattern> = leaves(Kind::GroupGraphPattern);
template <> inline constexpr TreeAction kTreeAction<SubSelect> = leaves(Kind::SubSelect);
template <> inline constexpr TreeAction kTreeAction<OptionalGraphPattern> = leaves(Kind::Optional);
template <> inline constexpr TreeAction kTreeAction<MinusGraphPattern> = leaves(Kind::Minus);
template <> inline constexpr TreeAction kTreeAction<GroupOrUnionGraphPattern> = leaves(Kind::GroupOrUnion);
template <> inline constexpr TreeAction kTreeAction<GraphGraphPattern> = leaves(Kind::Graph);
template <> inline constexpr TreeAction kTreeAction<ServiceGraphPattern> = leaves(Kind::Service);
template <> inline constexpr TreeAction kTreeAction<Filter> = leaves(Kind::Filter);
template <> inline constexpr TreeAction kTreeAction<Bind> = leaves(Kind::Bind);
template <> inline constexpr TreeAction kTreeAction<DataBlock> = leaves(Kind::Values);
template <> inline constexpr TreeAction kTreeAction<DataBlockVariables> = leaves(Kind::DataBlockVariables);
template <> inline constexpr TreeAction kTreeAction<DataBlockRow> = leaves(Kind::DataBlockRow);
template <> inline constexpr TreeAction kTreeAction<Undef> = leaves(Kind::Undef);

// Queries
template <> inline constexpr TreeAction kTreeAction<BaseDecl> = leaves(Kind::BaseDecl);
template <> inline constexpr TreeAction kTreeAction<PrefixDecl> = leaves(Kind::PrefixDecl);
template <> inline constexpr TreeAction kTreeAction<PrefixName> = leaves(Kind::PrefixName);
template <> inline constexpr TreeAction kTreeAction<ShortString> = leaves(Kind::String);
template <> inline constexpr TreeAction kTreeAction<VersionDecl> = leaves(Kind::VersionDecl);
template <> inline constexpr TreeAction kTreeAction<SelectQuery> = leaves(Kind::SelectQuery);
template <> inline constexpr TreeAction kTreeAction<ConstructQuery> = leaves(Kind::ConstructQuery);
template <> inline constexpr TreeAction kTreeAction<ConstructTemplate> = leaves(Kind::ConstructTemplate);
template <> inline constexpr TreeAction kTreeAction<ConstructWhere> = leaves(Kind::ConstructWhere);
template <> inline constexpr TreeAction kTreeAction<DescribeQuery> = leaves(Kind::DescribeQuery);
template <> inline constexpr TreeAction kTreeAction<AskQuery> = leaves(Kind::AskQuery);
template <> inline constexpr TreeAction kTreeAction<SelectClause> = leaves(Kind::SelectClause);
template <> inline constexpr TreeAction kTreeAction<Distinct> = leaves(Kind::Distinct);
template <> inline constexpr TreeAction kTreeAction<Reduced> = leaves(Kind::Reduced);
template <> inline constexpr TreeAction kTreeAction<All> = leaves(Kind::All);
template <> inline constexpr TreeAction kTreeAction<ExpressionAs> = leaves(Kind::ExpressionAs);
template <> inline constexpr TreeAction kTreeAction<DefaultGraphClause> = leaves(Kind::DefaultGraphClause);
template <> inline constexpr TreeAction kTreeAction<NamedGraphClause> = leaves(Kind::NamedGraphClause);
template <> inline constexpr TreeAction kTreeAction<GroupClause> = leaves(Kind::GroupClause);
template <> inline constexpr TreeAction kTreeAction<GroupExpression> = leaves(Kind::GroupExpression);
template <> inline constexpr TreeAction kTreeAction<HavingClause> = leaves(Kind::HavingClause);
template <> inline constexpr TreeAction kTreeAction<OrderClause> = leaves(Kind::OrderClause);
template <> inline constexpr TreeAction kTreeAction<Ascending> = leaves(Kind::Ascending);
template <> inline constexpr TreeAction kTreeAction<Descending> = leaves(Kind::Descending);
template <> inline constexpr TreeAction kTreeAction<LimitClause> = leaves(Kind::LimitClause);
template <> inline constexpr TreeAction kTreeAction<OffsetClause> = leaves(Kind::OffsetClause);

// Updates
template <> inline constexpr TreeAction kTreeAction<Silent> = leaves(Kind::Silent);
template <> inline constexpr TreeAction kTreeAction<GraphRef> = leaves(Kind::GraphRef);
template <> inline constexpr TreeAction kTreeAction<DefaultGraph> = leaves(Kind::DefaultGraph);
template <> inline constexpr TreeAction kTreeAction<NamedGraphs> = leaves(Kind::NamedGraphs);
template <> inline constexpr TreeAction kTreeAction<AllGraphs> = leaves(Kind::AllGraphs);
template <> inline constexpr TreeAction kTreeAction<Load> = leaves(Kind::Load);
template <> inline constexpr TreeAction kTreeAction<Clear> = leaves(Kind::Clear);
template <> inline constexpr TreeAction kTreeAction<Drop> = leaves(Kind::Drop);
template <> inline constexpr TreeAction kTreeAction<Create> = leaves(Kind::Create);
template <> inline constexpr TreeAction kTreeAction<Add> = leaves(Kind::Add);
template <> inline constexpr TreeAction kTreeAction<Move> = leaves(Kind::Move);
template <> inline constexpr TreeAction kTreeAction<Copy> = leaves(Kind::Copy);
template <> inline constexpr TreeAction kTreeAction<QuadPattern> = leaves(Kind::QuadPattern);
template <> inline constexpr TreeAction kTreeAction<QuadsNotTriples> = leaves(Kind::QuadsNotTriples);
template <> inline constexpr TreeAction kTreeAction<InsertData> = leaves(Kind::InsertData);
template <> inline constexpr TreeAction kTreeAction<DeleteData> = leaves(Kind::DeleteData);
template <> inline constexpr TreeAction kTreeAction<DeleteWhere> = leaves(Kind::DeleteWhere);
template <> inline constexpr TreeAction kTreeAction<DeleteClause> = leaves(Kind::DeleteClause);
template <> inline constexpr TreeAction kTreeAction<InsertClause> = leaves(Kind::InsertClause);
template <> inline constexpr TreeAction kTreeAction<WithClause> = leaves(Kind::WithClause);
template <> inline constexpr TreeAction kTreeAction<UsingClause> = leaves(Kind::UsingClause);
template <> inline constexpr TreeAction kTreeAction<Modify> = leaves(Kind::Modify);

template <> inline constexpr TreeAction kTreeAction<QueryUnit> = leaves(Kind::Unit);
template <> inline constexpr TreeAction kTreeAction<UpdateUnit> = leaves(Kind::Unit);

/// The rules that count as nesting: every recursion of the grammar goes through one of them. Each with
/// the character it must begin with to count, or kAnyCharacter.
inline constexpr char kNever = '\0';
inline constexpr char kAnyCharacter = '\1';
template <typename Rule> inline constexpr char kNestsAt = kNever;
template <> inline constexpr char kNestsAt<TripleTerm> = '<';
template <> inline constexpr char kNestsAt<TripleTermData> = '<';
template <> inline constexpr char kNestsAt<ExprTripleTerm> = '<';
template <> inline constexpr char kNestsAt<ReifiedTriple> = '<';
template <> inline constexpr char kNestsAt<AnnotationBlock> = '{';
template <> inline constexpr char kNestsAt<AnnotationBlockPath> = '{';
template <> inline constexpr char kNestsAt<Collection> = '(';
template <> inline constexpr char kNestsAt<CollectionPath> = '(';
template <> inline constexpr char kNestsAt<BlankNodePropertyList> = '[';
template <> inline constexpr char kNestsAt<BlankNodePropertyListPath> = '[';
template <> inline constexpr char kNestsAt<Path> = kAnyCharacter;
template <> inline constexpr char kNestsAt<Expression> = kAnyCharacter;
template <> inline constexpr char kNestsAt<UnaryNot> = '!';
template <> inline constexpr char kNestsAt<GroupGraphPattern> = '{';
// clang-format on

}  // namespace dossier::sparql
