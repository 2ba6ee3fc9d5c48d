// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/queries.h"

#include <optional>
#include <unordered_map>
#include <utility>

#include "parser/sparql/select.h"
#include "parser/sparql/terms.h"
#include "parser/sparql/triples.h"

namespace dossier::sparql {
namespace {

ast::DatasetClause to_dataset(Context& context, Syntax form) {
  ast::DatasetClause dataset;
  for (const Syntax child : form) {
    if (child.is(Kind::DefaultGraphClause)) {
      dataset.default_graphs.push_back(to_iri(context, child.child()));
    }
    if (child.is(Kind::NamedGraphClause)) {
      dataset.named_graphs.push_back(to_iri(context, child.child()));
    }
  }
  return dataset;
}

std::optional<ast::InlineData> to_values(Context& context, std::optional<Syntax> values) {
  if (!values) return std::nullopt;
  return to_inline_data(context, *values);
}

std::vector<ast::TriplePattern> to_template(Context& context, Syntax node) {
  std::vector<ast::TriplePattern> triples;
  if (const auto block = node.find(Kind::TriplesBlock)) append_triples(context, *block, triples);
  return triples;
}

/// CONSTRUCT WHERE { triples }: they are template and pattern.
ast::ConstructQuery to_construct_where(Context& context, Syntax form) {
  ast::ConstructQuery query;
  context.blanks.enter(context.blanks.new_scope());
  const Syntax braces = *form.find(Kind::ConstructTemplate);
  query.construct_template = to_template(context, braces);
  VariableSet visible;
  for (const ast::TriplePattern& triple : query.construct_template) add_variables(triple, visible);
  if (!query.construct_template.empty()) {
    query.where.elements.push_back(
        {ast::TriplesBlock{query.construct_template}, {braces.child().offset()}});
  }
  query.modifier = to_checked_modifier(context, form, visible);
  return query;
}

ast::ConstructQuery to_construct(Context& context, Syntax form) {
  if (form.has(Kind::ConstructWhere)) return to_construct_where(context, form.child());
  ast::ConstructQuery query;
  // The template's labels are new for each solution: they are not those of the pattern.
  std::unordered_map<std::string, std::uint32_t> pattern_labels;
  query.construct_template = to_template(context, form.child());
  context.blanks.swap_labels(pattern_labels);
  Group where = to_group(context, *form.find(Kind::GroupGraphPattern));
  query.where = std::move(where.pattern);
  query.modifier = to_checked_modifier(context, form, where.visible);
  return query;
}

ast::DescribeQuery to_describe(Context& context, Syntax form) {
  ast::DescribeQuery query;
  VariableSet visible;
  for (const Syntax child : form) {
    switch (child.kind()) {
      case Kind::All:
        query.star = true;
        break;
      case Kind::Var:
      case Kind::IriRef:
      case Kind::PrefixedName:
        query.targets.push_back(to_node(context, child));
        break;
      case Kind::GroupGraphPattern: {
        Group where = to_group(context, child);
        query.where = std::move(where.pattern);
        visible = std::move(where.visible);
        break;
      }
      default:
        break;
    }
  }
  query.modifier = to_checked_modifier(context, form, visible);
  return query;
}

ast::AskQuery to_ask(Context& context, Syntax form) {
  ast::AskQuery query;
  Group where = to_group(context, *form.find(Kind::GroupGraphPattern));
  query.where = std::move(where.pattern);
  query.modifier = to_checked_modifier(context, form, where.visible);
  return query;
}

decltype(ast::Query::form) to_form(Context& context, Syntax form, std::optional<Syntax> values) {
  if (form.is(Kind::SelectQuery)) return to_select(context, form, values).query;
  const auto with_values = [&](auto query) {
    query.values = to_values(context, values);
    return query;
  };
  switch (form.kind()) {
    case Kind::ConstructQuery:
      return with_values(to_construct(context, form));
    case Kind::DescribeQuery:
      return with_values(to_describe(context, form));
    default:
      return with_values(to_ask(context, form));
  }
}

bool is_declaration(Syntax node) {
  return node.is(Kind::BaseDecl) || node.is(Kind::PrefixDecl) || node.is(Kind::VersionDecl);
}

}  // namespace

ast::Query to_query(Context& context, Syntax unit) {
  ast::Query query;
  const auto values = unit.find(Kind::Values);
  for (const Syntax child : unit) {
    if (is_declaration(child)) {
      context.names.declare(child);
    } else if (!child.is(Kind::Values)) {
      const bool short_construct =
          child.is(Kind::ConstructQuery) && child.has(Kind::ConstructWhere);
      query.dataset = to_dataset(context, short_construct ? child.child() : child);
      query.form = to_form(context, child, values);
    }
  }
  query.prefixes = context.names.take_declared();
  query.base = context.names.base();
  return query;
}

}  // namespace dossier::sparql
