// SPDX-License-Identifier: Apache-2.0
// The plain tree that the grammar produces before anything is resolved: which production matched
// where.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dossier::sparql {

/// The productions that leave a node, named as in the grammar. A level of the expression grammar
/// leaves one only where it has an operator.
enum class Kind : std::uint8_t {
  // Terms
  Var,
  IriRef,
  PrefixedName,
  BlankNodeLabel,
  Anon,
  Nil,
  String,
  LanguageTag,
  RdfLiteral,
  Number,
  Boolean,
  TypeKeyword,
  TripleTerm,
  ReifiedTriple,
  Reifier,
  // Triples
  Annotation,
  PropertyList,
  Collection,
  BlankNodePropertyList,
  TriplesSameSubject,
  Object,
  TriplesBlock,
  // Paths
  PathAlternative,
  PathSequence,
  PathElt,
  PathInverse,
  PathMod,
  PathNegatedPropertySet,
  PathInversePredicate,
  // Expressions
  Or,
  And,
  Relational,
  RelationalOperator,
  InList,
  NotInList,
  Additive,
  AdditiveOperator,
  SignedOperand,
  Multiplicative,
  MultiplicativeOperator,
  UnaryNot,
  UnaryPlus,
  UnaryMinus,
  FunctionCall,
  ArgList,
  BuiltInCall,
  BuiltInName,
  Aggregate,
  CountAll,
  Separator,
  Exists,
  NotExists,
  // Graph patterns
  GroupGraphPattern,
  SubSelect,
  Optional,
  Minus,
  GroupOrUnion,
  Graph,
  Service,
  Filter,
  Bind,
  Values,
  DataBlockVariables,
  DataBlockRow,
  Undef,
  // Queries
  BaseDecl,
  PrefixDecl,
  PrefixName,
  VersionDecl,
  SelectQuery,
  ConstructQuery,
  ConstructTemplate,
  ConstructWhere,
  DescribeQuery,
  AskQuery,
  SelectClause,
  Distinct,
  Reduced,
  All,
  ExpressionAs,
  DefaultGraphClause,
  NamedGraphClause,
  GroupClause,
  GroupExpression,
  HavingClause,
  OrderClause,
  Ascending,
  Descending,
  LimitClause,
  OffsetClause,
  // Updates
  Silent,
  GraphRef,
  DefaultGraph,
  NamedGraphs,
  AllGraphs,
  Load,
  Clear,
  Drop,
  Create,
  Add,
  Move,
  Copy,
  QuadPattern,
  QuadsNotTriples,
  InsertData,
  DeleteData,
  DeleteWhere,
  DeleteClause,
  InsertClause,
  WithClause,
  UsingClause,
  Modify,
  // The whole text
  Unit,
};

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

/// Nodes are in postorder: a node's subtree is [first, its own index).
struct SyntaxNode {
  Kind kind = Kind::Unit;
  std::uint32_t begin = 0;  ///< bytes from the start of the text
  std::uint32_t end = 0;    ///< white space after the last token may be inside
  std::uint32_t first = 0;
  std::uint32_t child = kNoNode;  ///< first child
  std::uint32_t next = kNoNode;   ///< next sibling
};

/// Owns the nodes, not the text. Read-only once linked.
class SyntaxTree {
 public:
  /// A node and its tree: cheap to copy, valid as long as the tree.
  class Ref {
   public:
    Ref(const SyntaxTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}
    Kind kind() const { return node().kind; }
    std::uint32_t offset() const { return node().begin; }
    /// The matched text, for a token without what follows it.
    std::string_view text() const {
      return tree_->text_.substr(node().begin, node().end - node().begin);
    }
    bool is(Kind kind) const { return node().kind == kind; }
    bool has_children() const { return node().child != kNoNode; }
    Ref child() const { return {*tree_, node().child}; }
    /// The first child of that kind.
    std::optional<Ref> find(Kind kind) const;
    bool has(Kind kind) const { return find(kind).has_value(); }

    class Iterator {
     public:
      Iterator(const SyntaxTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}
      Ref operator*() const { return {*tree_, index_}; }
      Iterator& operator++() {
        index_ = tree_->nodes_[index_].next;
        return *this;
      }
      bool operator!=(const Iterator& other) const { return index_ != other.index_; }

     private:
      const SyntaxTree* tree_;
      std::uint32_t index_;
    };
    /// Calls `visit` for each node of its tree, itself the last.
    template <typename Visit>
    void each(Visit visit) const {
      for (std::uint32_t i = node().first; i <= index_; ++i) visit(Ref(*tree_, i));
    }

    // The children, in the order written.
    Iterator begin() const { return {*tree_, node().child}; }
    Iterator end() const { return {*tree_, kNoNode}; }

   private:
    const SyntaxNode& node() const { return tree_->nodes_[index_]; }
    const SyntaxTree* tree_;
    std::uint32_t index_;
  };

  /// `nodes` in postorder with `first` set; links them. There is at least one, the root, which is
  /// the last.
  SyntaxTree(std::string_view text, std::vector<SyntaxNode> nodes);

  /// The bytes it takes.
  std::size_t bytes() const { return nodes_.capacity() * sizeof(SyntaxNode); }
  Ref root() const { return {*this, static_cast<std::uint32_t>(nodes_.size() - 1)}; }

 private:
  std::string_view text_;
  std::vector<SyntaxNode> nodes_;
};

using Syntax = SyntaxTree::Ref;

}  // namespace dossier::sparql
