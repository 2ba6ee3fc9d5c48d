// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/paths.h"

#include <utility>

#include "model/stack.h"
#include "parser/sparql/terms.h"

namespace dossier::sparql {
namespace {

ast::Path to_path(Context& context, Syntax node);

std::vector<ast::Path> to_paths(Context& context, Syntax parent) {
  std::vector<ast::Path> paths;
  for (const Syntax child : parent) paths.push_back(to_path(context, child));
  return paths;
}

ast::PathModifier to_modifier(Syntax mod) {
  switch (mod.text()[0]) {
    case '?':
      return ast::PathModifier::zero_or_one;
    case '*':
      return ast::PathModifier::zero_or_more;
    default:
      return ast::PathModifier::one_or_more;
  }
}

ast::PathNegatedSet to_negated_set(Context& context, Syntax node) {
  ast::PathNegatedSet set;
  for (const Syntax member : node) {
    if (member.is(Kind::PathInversePredicate)) {
      set.inverse.push_back(to_iri(context, member.child()));
    } else {
      set.forward.push_back(to_iri(context, member));
    }
  }
  return set;
}

ast::Path path_of(Context& context, Syntax node) {
  switch (node.kind()) {
    case Kind::PathAlternative:
      return {ast::PathAlternative{to_paths(context, node)}};
    case Kind::PathSequence:
      return {ast::PathSequence{to_paths(context, node)}};
    case Kind::PathInverse:
      return {ast::PathInverse{to_path(context, node.child())}};
    case Kind::PathElt: {
      auto child = node.begin();
      ast::Path path = to_path(context, *child);
      return {ast::PathRepeat{std::move(path), to_modifier(*++child)}};
    }
    case Kind::PathNegatedPropertySet:
      return {to_negated_set(context, node)};
    default:
      return {to_iri(context, node)};
  }
}

ast::Path to_path(Context& context, Syntax node) {
  context.made(sizeof(ast::Path));
  return with_stack([&] { return path_of(context, node); });
}

}  // namespace

std::variant<ast::Node, ast::Path> to_predicate(Context& context, Syntax verb) {
  if (verb.is(Kind::Var)) return ast::Node(to_variable(context, verb));
  ast::Path path = to_path(context, verb);
  if (auto* iri = std::get_if<Term>(&path.node)) return ast::Node(std::move(*iri));
  return path;
}

}  // namespace dossier::sparql
