// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <unordered_map>
#include <utility>

#include "parser/sparql/patterns.h"
#include "parser/sparql/queries.h"
#include "parser/sparql/terms.h"
#include "parser/sparql/triples.h"

namespace dossier::sparql {
namespace {

using Operation = decltype(ast::UpdateOperation::node);

void append_quads(Context& context, Syntax node, const std::optional<ast::Node>& graph,
                  std::vector<ast::QuadPattern>& out) {
  std::vector<ast::TriplePattern> triples;
  append_triples(context, node, triples);
  for (ast::TriplePattern& triple : triples) out.push_back({std::move(triple), graph});
}

std::vector<ast::QuadPattern> to_quads(Context& context, Syntax pattern) {
  std::vector<ast::QuadPattern> quads;
  for (const Syntax child : pattern) {
    if (child.is(Kind::TriplesBlock)) {
      append_quads(context, child, std::nullopt, quads);
      continue;
    }
    auto part = child.begin();
    const ast::Node graph = to_node(context, *part);
    if (++part != child.end()) append_quads(context, *part, graph, quads);
  }
  return quads;
}

/// Quads in a clause that takes no variables or no blank nodes; the names are the clause's.
std::vector<ast::QuadPattern> to_quads(Context& context, Syntax clause,
                                       std::string_view no_variables,
                                       std::string_view no_blank_nodes) {
  const Within variables(context.no_variables_in, no_variables);
  const Within blank_nodes(context.no_blank_nodes_in, no_blank_nodes);
  return to_quads(context, *clause.find(Kind::QuadPattern));
}

ast::GraphRef to_graph_ref(Context& context, Syntax node) {
  using ast::GraphTarget;
  switch (node.kind()) {
    case Kind::DefaultGraph:
      return {GraphTarget::default_graph, std::nullopt};
    case Kind::NamedGraphs:
      return {GraphTarget::named, std::nullopt};
    case Kind::AllGraphs:
      return {GraphTarget::all, std::nullopt};
    case Kind::GraphRef:
      return {GraphTarget::graph, to_iri(context, node.child())};
    default:
      return {GraphTarget::graph, to_iri(context, node)};
  }
}

ast::ManageGraph to_manage_graph(Context& context, Syntax node, ast::GraphManagement action) {
  ast::ManageGraph manage{action, node.has(Kind::Silent), {}};
  for (const Syntax child : node) {
    if (!child.is(Kind::Silent)) manage.graph = to_graph_ref(context, child);
  }
  return manage;
}

ast::TransferGraph to_transfer(Context& context, Syntax node, ast::GraphTransfer action) {
  ast::TransferGraph transfer{action, node.has(Kind::Silent), {}, {}};
  auto child = node.begin();
  if (transfer.silent) ++child;
  transfer.from = to_graph_ref(context, *child);
  transfer.to = to_graph_ref(context, *++child);
  return transfer;
}

ast::Load to_load(Context& context, Syntax node) {
  ast::Load load{node.has(Kind::Silent), {}, std::nullopt};
  for (const Syntax child : node) {
    if (child.is(Kind::GraphRef)) {
      load.into = to_iri(context, child.child());
    } else if (!child.is(Kind::Silent)) {
      load.source = to_iri(context, child);
    }
  }
  return load;
}

void add_using(Context& context, Syntax clause, ast::DatasetClause& dataset) {
  const Syntax graph = clause.child();
  auto& graphs = graph.is(Kind::NamedGraphClause) ? dataset.named_graphs : dataset.default_graphs;
  graphs.push_back(to_iri(context, graph.child()));
}

/// Keeps the labels met during its life apart from those before and after.
class OwnLabels {
 public:
  explicit OwnLabels(Context& context) : context_(context) { context_.blanks.swap_labels(outer_); }
  ~OwnLabels() { context_.blanks.swap_labels(outer_); }
  OwnLabels(const OwnLabels&) = delete;
  OwnLabels& operator=(const OwnLabels&) = delete;

 private:
  Context& context_;
  std::unordered_map<std::string, std::uint32_t> outer_;
};

ast::Modify to_modify(Context& context, Syntax node) {
  // Labels of a template are new for each solution, unlike those of a data block.
  const OwnLabels template_labels(context);
  ast::Modify modify;
  for (const Syntax child : node) {
    switch (child.kind()) {
      case Kind::WithClause:
        modify.with = to_iri(context, child.child());
        break;
      case Kind::DeleteClause:
        modify.remove = to_quads(context, child, {}, "DELETE");
        break;
      case Kind::InsertClause:
        modify.insert = to_quads(context, child, {}, {});
        break;
      case Kind::UsingClause:
        add_using(context, child, modify.using_clause);
        break;
      default: {
        const OwnLabels pattern_labels(context);
        modify.where = to_group(context, child).pattern;
      }
    }
  }
  return modify;
}

Operation to_operation(Context& context, Syntax node) {
  using ast::GraphManagement;
  using ast::GraphTransfer;
  switch (node.kind()) {
    case Kind::Load:
      return to_load(context, node);
    case Kind::Clear:
      return to_manage_graph(context, node, GraphManagement::clear);
    case Kind::Drop:
      return to_manage_graph(context, node, GraphManagement::drop);
    case Kind::Create:
      return to_manage_graph(context, node, GraphManagement::create);
    case Kind::Add:
      return to_transfer(context, node, GraphTransfer::add);
    case Kind::Move:
      return to_transfer(context, node, GraphTransfer::move);
    case Kind::Copy:
      return to_transfer(context, node, GraphTransfer::copy);
    case Kind::InsertData:
      return ast::InsertData{to_quads(context, node, "INSERT DATA", {})};
    case Kind::DeleteData:
      return ast::DeleteData{to_quads(context, node, "DELETE DATA", "DELETE DATA")};
    case Kind::DeleteWhere:
      return ast::DeleteWhere{to_quads(context, node, {}, "DELETE WHERE")};
    default:
      return to_modify(context, node);
  }
}

}  // namespace

ast::Update to_update(Context& context, Syntax unit) {
  ast::Update update;
  for (const Syntax child : unit) {
    const bool declares =
        child.is(Kind::BaseDecl) || child.is(Kind::PrefixDecl) || child.is(Kind::VersionDecl);
    if (declares) {
      context.names.declare(child);
      continue;
    }
    // The label of a data block belongs to one operation of a request (SPARQL 1.1 Query 19.6).
    context.blanks.enter(context.blanks.new_scope());
    update.operations.push_back({to_operation(context, child), {child.offset()}});
  }
  update.prefixes = context.names.take_declared();
  update.base = context.names.base();
  return update;
}

}  // namespace dossier::sparql
