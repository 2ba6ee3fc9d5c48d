// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/terms.h"

#include <fmt/format.h>

#include <utility>

#include "model/stack.h"
#include "model/vocabulary.h"
#include "parser/grammar/text.h"

namespace dossier::sparql {
namespace {

Term to_number(Syntax node) {
  const std::string_view digits = node.text();
  std::string_view type = vocabulary::xsd::kInteger;
  if (digits.find_first_of("eE") != std::string_view::npos) {
    type = vocabulary::xsd::kDouble;
  } else if (digits.find('.') != std::string_view::npos) {
    type = vocabulary::xsd::kDecimal;
  }
  return Term::typed(std::string(digits), std::string(type));
}

ast::BlankNode to_blank_node(Context& context, Syntax node) {
  if (!context.no_blank_nodes_in.empty()) {
    context.fail(node, fmt::format("blank nodes are not allowed in {}", context.no_blank_nodes_in));
  }
  if (node.is(Kind::Anon)) return context.blanks.fresh();
  std::string label(node.text().substr(2));
  if (!context.blanks.claim(label)) {
    context.fail(node,
                 fmt::format("the blank node _:{} is already used in another graph pattern or "
                             "operation: use a variable",
                             label));
  }
  return {std::move(label)};
}

ast::Node to_triple_term(Context& context, Syntax node) {
  auto part = node.begin();
  ast::Node subject = to_node(context, *part);
  ast::Node predicate = to_node(context, *++part);
  ast::Node object = to_node(context, *++part);
  return make_triple_term(std::move(subject), std::move(predicate), std::move(object));
}

}  // namespace

bool is_simple_node(Syntax node) {
  switch (node.kind()) {
    case Kind::Collection:
    case Kind::BlankNodePropertyList:
    case Kind::ReifiedTriple:
      return false;
    default:
      return true;
  }
}

ast::Variable to_variable(Context& context, Syntax node) {
  std::string name(node.text().substr(1));
  if (!context.no_variables_in.empty() && !context.parameters.contains(name)) {
    context.fail(
        node, fmt::format("the variable ?{} is not allowed in {}", name, context.no_variables_in));
  }
  return {std::move(name)};
}

Term to_iri(Context& context, Syntax node) {
  context.made(node.text().size());
  if (node.is(Kind::TypeKeyword)) return Term::iri(std::string(vocabulary::rdf::kType));
  return Term::iri(context.names.iri(node));
}

Term to_literal(Context& context, Syntax node) {
  context.made(node.text().size());
  switch (node.kind()) {
    case Kind::Number:
      return to_number(node);
    case Kind::Boolean:
      return Term::boolean(node.text()[0] == 't' || node.text()[0] == 'T');
    case Kind::String:
      return Term::string(grammar::string_value(node.text(), context.text));
    default: {
      auto child = node.begin();
      std::string lexical = grammar::string_value((*child).text(), context.text);
      const Syntax type = *++child;
      if (!type.is(Kind::LanguageTag)) {
        return Term::typed(std::move(lexical), context.names.iri(type));
      }
      grammar::LanguageTag tag = grammar::language_value(type.text(), context.text);
      return Term::lang(std::move(lexical), std::move(tag.language), tag.direction);
    }
  }
}

ast::Node to_node(Context& context, Syntax node) {
  switch (node.kind()) {
    case Kind::Var:
      return to_variable(context, node);
    case Kind::IriRef:
    case Kind::PrefixedName:
    case Kind::TypeKeyword:
      return to_iri(context, node);
    case Kind::Nil:
      return Term::iri(std::string(vocabulary::rdf::kNil));
    case Kind::Anon:
    case Kind::BlankNodeLabel:
      return to_blank_node(context, node);
    case Kind::TripleTerm:
      return with_stack([&] { return to_triple_term(context, node); });
    default:
      return to_literal(context, node);
  }
}

Term to_term(Context& context, Syntax node) { return std::get<Term>(to_node(context, node)); }

ast::Node make_triple_term(ast::Node subject, ast::Node predicate, ast::Node object) {
  const bool ground = std::holds_alternative<Term>(subject) &&
                      std::holds_alternative<Term>(predicate) &&
                      std::holds_alternative<Term>(object);
  if (ground) {
    return Term::triple({std::get<Term>(std::move(subject)), std::get<Term>(std::move(predicate)),
                         std::get<Term>(std::move(object))});
  }
  return Box(ast::TripleTermPattern{std::move(subject), std::move(predicate), std::move(object)});
}

}  // namespace dossier::sparql
