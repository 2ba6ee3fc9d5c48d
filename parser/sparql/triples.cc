// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/triples.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "model/stack.h"
#include "model/vocabulary.h"
#include "parser/sparql/paths.h"
#include "parser/sparql/terms.h"

namespace dossier::sparql {
namespace {

using Predicate = std::variant<ast::Node, ast::Path>;

ast::Node iri_node(std::string_view iri) { return Term::iri(std::string(iri)); }

class Triples {
 public:
  Triples(Context& context, std::vector<ast::TriplePattern>& out) : context_(context), out_(out) {}

  void same_subject(Syntax triples) {
    auto child = triples.begin();
    const ast::Node subject = node(*child);
    if (++child != triples.end()) property_list(subject, *child);
  }

 private:
  void emit(ast::Node subject, Predicate predicate, ast::Node object, Syntax at) {
    context_.made(sizeof(ast::TriplePattern));
    out_.push_back({std::move(subject), std::move(predicate), std::move(object), {at.offset()}});
  }

  ast::Node node(Syntax syntax) {
    switch (syntax.kind()) {
      case Kind::Collection:
        return with_stack([&] { return collection(syntax); });
      case Kind::BlankNodePropertyList:
        return with_stack([&] { return with_properties(syntax); });
      case Kind::ReifiedTriple:
        return with_stack([&] { return reified_triple(syntax); });
      default:
        return to_node(context_, syntax);
    }
  }

  ast::Node with_properties(Syntax syntax) {
    ast::Node subject = fresh(syntax);
    property_list(subject, syntax.child());
    return subject;
  }

  ast::Node fresh(Syntax at) {
    if (!context_.no_blank_nodes_in.empty()) {
      context_.fail(at, fmt::format("blank nodes are not allowed in {}, and this is one",
                                    context_.no_blank_nodes_in));
    }
    return context_.blanks.fresh();
  }

  /// Verbs, each followed by its objects.
  void property_list(const ast::Node& subject, Syntax list) {
    std::optional<Predicate> predicate;
    for (const Syntax child : list) {
      if (child.is(Kind::Object)) {
        object(subject, *predicate, child);
      } else {
        predicate = to_predicate(context_, child);
      }
    }
  }

  void object(const ast::Node& subject, const Predicate& predicate, Syntax syntax) {
    auto child = syntax.begin();
    const ast::Node value = node(*child);
    emit(subject, predicate, value, syntax);
    std::optional<ast::Node> reifier;
    for (++child; child != syntax.end(); ++child) {
      const auto* plain = std::get_if<ast::Node>(&predicate);
      if (plain == nullptr) {
        context_.fail(*child, "a reifier or annotation can't follow a triple with a property path");
      }
      annotate(make_triple_term(subject, *plain, value), reifier, *child);
    }
  }

  /// A reifier or an annotation block. A block applies to the reifier directly before it,
  /// if there is one.
  void annotate(const ast::Node& triple_term, std::optional<ast::Node>& reifier, Syntax syntax) {
    if (syntax.is(Kind::Reifier)) {
      reifier = reify(triple_term, syntax, syntax);
      return;
    }
    if (!reifier) reifier = reify(triple_term, std::nullopt, syntax);
    with_stack([&] { property_list(*reifier, syntax.child()); });
    reifier.reset();
  }

  /// Says that `reifier`, or a new blank node, reifies the triple.
  ast::Node reify(ast::Node triple_term, std::optional<Syntax> reifier, Syntax at) {
    const bool named = reifier && reifier->has_children();
    const ast::Node name = named ? to_node(context_, reifier->child()) : fresh(at);
    context_.made(sizeof(ast::TripleTermPattern));
    emit(name, iri_node(vocabulary::rdf::kReifies), std::move(triple_term), at);
    return name;
  }

  ast::Node reified_triple(Syntax syntax) {
    auto child = syntax.begin();
    ast::Node subject = node(*child);
    ast::Node predicate = to_node(context_, *++child);
    ast::Node object = node(*++child);
    return reify(make_triple_term(std::move(subject), std::move(predicate), std::move(object)),
                 syntax.find(Kind::Reifier), syntax);
  }

  ast::Node collection(Syntax syntax) {
    const ast::Node head = fresh(syntax);
    ast::Node cell = head;
    for (auto child = syntax.begin(); child != syntax.end();) {
      const Syntax item = *child;
      emit(cell, iri_node(vocabulary::rdf::kFirst), node(item), item);
      const bool last = !(++child != syntax.end());
      ast::Node rest = last ? iri_node(vocabulary::rdf::kNil) : fresh(item);
      emit(std::move(cell), iri_node(vocabulary::rdf::kRest), rest, item);
      cell = std::move(rest);
    }
    return head;
  }

  Context& context_;
  std::vector<ast::TriplePattern>& out_;
};

/// At most so many triples come of the block.
std::size_t most_triples(Syntax block) {
  std::size_t count = 0;
  block.each([&](Syntax node) {
    if (node.is(Kind::Object) || node.is(Kind::Reifier) || node.is(Kind::Annotation) ||
        node.is(Kind::ReifiedTriple))
      ++count;
    if (!node.is(Kind::Collection)) return;
    for ([[maybe_unused]] const Syntax item : node) count += 2;  // first and rest
  });
  return count;
}

}  // namespace

// A vector that grows would hold all of them twice for a while.
void append_triples(Context& context, Syntax block, std::vector<ast::TriplePattern>& out) {
  if (out.empty()) out.reserve(most_triples(block));
  Triples triples(context, out);
  for (const Syntax child : block) triples.same_subject(child);
}

}  // namespace dossier::sparql
