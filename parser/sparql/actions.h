// SPDX-License-Identifier: Apache-2.0
// Actions: which rules of the grammar create a node in the tree, and which count as nesting.
#pragma once

#include "parser/sparql/grammar.h"
#include "parser/sparql/syntax_tree.h"

namespace dossier::sparql {

/// What a rule that matched does to the tree.
struct TreeAction {
  bool observed = false;       ///< removes its nodes when it fails
  bool node = false;           ///< leaves a node of `kind`
  bool unless_single = false;  ///< but not around a single node
  Kind kind = Kind::Unit;
};
struct no_action {
  static constexpr TreeAction kAction = {};
};
struct takes_back {
  static constexpr TreeAction kAction = {true, false, false, Kind::Unit};
};
template <Kind Leaves>
struct leaves {
  static constexpr TreeAction kAction = {true, true, false, Leaves};
};
template <Kind Leaves>
struct leaves_operation {
  static constexpr TreeAction kAction = {true, true, true, Leaves};
};

/// The action of a rule.
template <typename Rule>
struct action : no_action {};
template <typename... Rules>
struct action<attempt<Rules...>> : takes_back {};
template <>
struct action<NextUpdate> : takes_back {};

// clang-format off
// Terms
template <> struct action<VAR1> : leaves<Kind::Var> {};
template <> struct action<VAR2> : leaves<Kind::Var> {};
template <> struct action<IRIREF> : leaves<Kind::IriRef> {};
template <> struct action<PrefixedName> : leaves<Kind::PrefixedName> {};
template <> struct action<BLANK_NODE_LABEL> : leaves<Kind::BlankNodeLabel> {};
template <> struct action<ANON> : leaves<Kind::Anon> {};
template <> struct action<NIL> : leaves<Kind::Nil> {};
template <> struct action<String> : leaves<Kind::String> {};
template <> struct action<LANG_DIR> : leaves<Kind::LanguageTag> {};
template <> struct action<RDFLiteral> : leaves_operation<Kind::RdfLiteral> {};
template <> struct action<UnsignedNumber> : leaves<Kind::Number> {};
template <> struct action<Digits> : leaves<Kind::Number> {};
template <> struct action<SignedNumber> : leaves<Kind::Number> {};
template <> struct action<BooleanLiteral> : leaves<Kind::Boolean> {};
template <> struct action<TypeKeyword> : leaves<Kind::TypeKeyword> {};
template <> struct action<TripleTerm> : leaves<Kind::TripleTerm> {};
template <> struct action<TripleTermData> : leaves<Kind::TripleTerm> {};
template <> struct action<ExprTripleTerm> : leaves<Kind::TripleTerm> {};
template <> struct action<ReifiedTriple> : leaves<Kind::ReifiedTriple> {};
template <> struct action<Reifier> : leaves<Kind::Reifier> {};

// Triples: the rules with and without paths leave the same nodes.
template <> struct action<AnnotationBlock> : leaves<Kind::Annotation> {};
template <> struct action<AnnotationBlockPath> : leaves<Kind::Annotation> {};
template <> struct action<PropertyListNotEmpty> : leaves<Kind::PropertyList> {};
template <> struct action<PropertyListPathNotEmpty> : leaves<Kind::PropertyList> {};
template <> struct action<Collection> : leaves<Kind::Collection> {};
template <> struct action<CollectionPath> : leaves<Kind::Collection> {};
template <> struct action<BlankNodePropertyList> : leaves<Kind::BlankNodePropertyList> {};
template <> struct action<BlankNodePropertyListPath> : leaves<Kind::BlankNodePropertyList> {};
template <> struct action<Object> : leaves<Kind::Object> {};
template <> struct action<ObjectPath> : leaves<Kind::Object> {};
template <> struct action<TriplesSameSubject> : leaves<Kind::TriplesSameSubject> {};
template <> struct action<TriplesSameSubjectPath> : leaves<Kind::TriplesSameSubject> {};
template <> struct action<TriplesTemplate> : leaves<Kind::TriplesBlock> {};
template <> struct action<TriplesBlock> : leaves<Kind::TriplesBlock> {};

// Paths
template <> struct action<PathAlternative> : leaves_operation<Kind::PathAlternative> {};
template <> struct action<PathSequence> : leaves_operation<Kind::PathSequence> {};
template <> struct action<PathElt> : leaves_operation<Kind::PathElt> {};
template <> struct action<PathInverse> : leaves<Kind::PathInverse> {};
template <> struct action<PathMod> : leaves<Kind::PathMod> {};
template <> struct action<PathNegatedPropertySet> : leaves<Kind::PathNegatedPropertySet> {};
template <> struct action<PathInversePredicate> : leaves<Kind::PathInversePredicate> {};

// Expressions
template <> struct action<ConditionalOrExpression> : leaves_operation<Kind::Or> {};
template <> struct action<ConditionalAndExpression> : leaves_operation<Kind::And> {};
template <> struct action<RelationalExpression> : leaves_operation<Kind::Relational> {};
template <> struct action<RelationalOperator> : leaves<Kind::RelationalOperator> {};
template <> struct action<InList> : leaves<Kind::InList> {};
template <> struct action<NotInList> : leaves<Kind::NotInList> {};
template <> struct action<AdditiveExpression> : leaves_operation<Kind::Additive> {};
template <> struct action<AdditiveOperator> : leaves<Kind::AdditiveOperator> {};
template <> struct action<SignedOperand> : leaves<Kind::SignedOperand> {};
template <> struct action<MultiplicativeExpression> : leaves_operation<Kind::Multiplicative> {};
template <> struct action<MultiplicativeOperator> : leaves<Kind::MultiplicativeOperator> {};
template <> struct action<UnaryNot> : leaves<Kind::UnaryNot> {};
template <> struct action<UnaryPlus> : leaves<Kind::UnaryPlus> {};
template <> struct action<UnaryMinus> : leaves<Kind::UnaryMinus> {};
template <> struct action<FunctionCall> : leaves<Kind::FunctionCall> {};
template <> struct action<iriOrFunction> : leaves_operation<Kind::FunctionCall> {};
template <> struct action<ArgList> : leaves<Kind::ArgList> {};
template <> struct action<ExpressionList> : leaves<Kind::ArgList> {};
template <> struct action<BuiltInCall> : leaves_operation<Kind::BuiltInCall> {};
template <> struct action<BuiltInWord> : leaves<Kind::BuiltInName> {};
template <> struct action<Aggregate> : leaves<Kind::Aggregate> {};
template <> struct action<CountAll> : leaves<Kind::CountAll> {};
template <> struct action<GroupConcatSeparator> : leaves<Kind::Separator> {};
template <> struct action<ExistsFunc> : leaves<Kind::Exists> {};
template <> struct action<NotExistsFunc> : leaves<Kind::NotExists> {};

// Graph patterns
template <> struct action<GroupGraphPattern> : leaves<Kind::GroupGraphPattern> {};
template <> struct action<SubSelect> : leaves<Kind::SubSelect> {};
template <> struct action<OptionalGraphPattern> : leaves<Kind::Optional> {};
template <> struct action<MinusGraphPattern> : leaves<Kind::Minus> {};
template <> struct action<GroupOrUnionGraphPattern> : leaves<Kind::GroupOrUnion> {};
template <> struct action<GraphGraphPattern> : leaves<Kind::Graph> {};
template <> struct action<ServiceGraphPattern> : leaves<Kind::Service> {};
template <> struct action<Filter> : leaves<Kind::Filter> {};
template <> struct action<Bind> : leaves<Kind::Bind> {};
template <> struct action<DataBlock> : leaves<Kind::Values> {};
template <> struct action<DataBlockVariables> : leaves<Kind::DataBlockVariables> {};
template <> struct action<DataBlockRow> : leaves<Kind::DataBlockRow> {};
template <> struct action<Undef> : leaves<Kind::Undef> {};

// Queries
template <> struct action<BaseDecl> : leaves<Kind::BaseDecl> {};
template <> struct action<PrefixDecl> : leaves<Kind::PrefixDecl> {};
template <> struct action<PrefixName> : leaves<Kind::PrefixName> {};
template <> struct action<ShortString> : leaves<Kind::String> {};
template <> struct action<VersionDecl> : leaves<Kind::VersionDecl> {};
template <> struct action<SelectQuery> : leaves<Kind::SelectQuery> {};
template <> struct action<ConstructQuery> : leaves<Kind::ConstructQuery> {};
template <> struct action<ConstructTemplate> : leaves<Kind::ConstructTemplate> {};
template <> struct action<ConstructWhere> : leaves<Kind::ConstructWhere> {};
template <> struct action<DescribeQuery> : leaves<Kind::DescribeQuery> {};
template <> struct action<AskQuery> : leaves<Kind::AskQuery> {};
template <> struct action<SelectClause> : leaves<Kind::SelectClause> {};
template <> struct action<Distinct> : leaves<Kind::Distinct> {};
template <> struct action<Reduced> : leaves<Kind::Reduced> {};
template <> struct action<All> : leaves<Kind::All> {};
template <> struct action<ExpressionAs> : leaves<Kind::ExpressionAs> {};
template <> struct action<DefaultGraphClause> : leaves<Kind::DefaultGraphClause> {};
template <> struct action<NamedGraphClause> : leaves<Kind::NamedGraphClause> {};
template <> struct action<GroupClause> : leaves<Kind::GroupClause> {};
template <> struct action<GroupExpression> : leaves<Kind::GroupExpression> {};
template <> struct action<HavingClause> : leaves<Kind::HavingClause> {};
template <> struct action<OrderClause> : leaves<Kind::OrderClause> {};
template <> struct action<Ascending> : leaves<Kind::Ascending> {};
template <> struct action<Descending> : leaves<Kind::Descending> {};
template <> struct action<LimitClause> : leaves<Kind::LimitClause> {};
template <> struct action<OffsetClause> : leaves<Kind::OffsetClause> {};

// Updates
template <> struct action<Silent> : leaves<Kind::Silent> {};
template <> struct action<GraphRef> : leaves<Kind::GraphRef> {};
template <> struct action<DefaultGraph> : leaves<Kind::DefaultGraph> {};
template <> struct action<NamedGraphs> : leaves<Kind::NamedGraphs> {};
template <> struct action<AllGraphs> : leaves<Kind::AllGraphs> {};
template <> struct action<Load> : leaves<Kind::Load> {};
template <> struct action<Clear> : leaves<Kind::Clear> {};
template <> struct action<Drop> : leaves<Kind::Drop> {};
template <> struct action<Create> : leaves<Kind::Create> {};
template <> struct action<Add> : leaves<Kind::Add> {};
template <> struct action<Move> : leaves<Kind::Move> {};
template <> struct action<Copy> : leaves<Kind::Copy> {};
template <> struct action<QuadPattern> : leaves<Kind::QuadPattern> {};
template <> struct action<QuadsNotTriples> : leaves<Kind::QuadsNotTriples> {};
template <> struct action<InsertData> : leaves<Kind::InsertData> {};
template <> struct action<DeleteData> : leaves<Kind::DeleteData> {};
template <> struct action<DeleteWhere> : leaves<Kind::DeleteWhere> {};
template <> struct action<DeleteClause> : leaves<Kind::DeleteClause> {};
template <> struct action<InsertClause> : leaves<Kind::InsertClause> {};
template <> struct action<WithClause> : leaves<Kind::WithClause> {};
template <> struct action<UsingClause> : leaves<Kind::UsingClause> {};
template <> struct action<Modify> : leaves<Kind::Modify> {};

template <> struct action<QueryUnit> : leaves<Kind::Unit> {};
template <> struct action<UpdateUnit> : leaves<Kind::Unit> {};

/// The rules that count as nesting: every recursion of the grammar goes through one of them. Each
/// with the character it must begin with to count, or kAnyCharacter.
inline constexpr char kNever = '\0';
inline constexpr char kAnyCharacter = '\1';
template <char At> struct character { static constexpr char kCharacter = At; };
template <typename Rule> struct nests_at : character<kNever> {};
template <> struct nests_at<TripleTerm> : character<'<'> {};
template <> struct nests_at<TripleTermData> : character<'<'> {};
template <> struct nests_at<ExprTripleTerm> : character<'<'> {};
template <> struct nests_at<ReifiedTriple> : character<'<'> {};
template <> struct nests_at<AnnotationBlock> : character<'{'> {};
template <> struct nests_at<AnnotationBlockPath> : character<'{'> {};
template <> struct nests_at<Collection> : character<'('> {};
template <> struct nests_at<CollectionPath> : character<'('> {};
template <> struct nests_at<BlankNodePropertyList> : character<'['> {};
template <> struct nests_at<BlankNodePropertyListPath> : character<'['> {};
template <> struct nests_at<Path> : character<kAnyCharacter> {};
template <> struct nests_at<Expression> : character<kAnyCharacter> {};
template <> struct nests_at<UnaryNot> : character<'!'> {};
template <> struct nests_at<GroupGraphPattern> : character<'{'> {};
// clang-format on

}  // namespace dossier::sparql
