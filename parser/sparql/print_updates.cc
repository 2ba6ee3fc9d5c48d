// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include "parser/sparql/printer.h"

namespace dossier::sparql {
namespace {

constexpr std::array<std::string_view, 3> kManagement = {"CLEAR ", "DROP ", "CREATE "};
constexpr std::array<std::string_view, 3> kTransfer = {"ADD ", "MOVE ", "COPY "};

template <typename Enum, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

std::string_view silent_word(bool silent) { return silent ? "SILENT " : ""; }

}  // namespace

void Printer::quads(std::string_view keyword, const std::vector<ast::QuadPattern>& quads) {
  write(keyword);
  open();
  for (const ast::QuadPattern& quad : quads) {
    line();
    if (quad.graph) {
      write("GRAPH ");
      node(*quad.graph);
      write(" { ");
    }
    triple(quad.triple);
    if (quad.graph) write(" }");
  }
  close();
}

void Printer::modify(const ast::Modify& modify) {
  if (modify.with) {
    write("WITH ");
    term(*modify.with);
    line();
  }
  // With both templates empty either keyword says the same.
  if (!modify.remove.empty() || modify.insert.empty()) quads("DELETE ", modify.remove);
  if (!modify.remove.empty() && !modify.insert.empty()) line();
  if (!modify.insert.empty()) quads("INSERT ", modify.insert);
  dataset(modify.using_clause, "USING ");
  line();
  write("WHERE ");
  group(modify.where);
}

void Printer::graph_ref(const ast::GraphRef& graph, bool with_keyword) {
  switch (graph.target) {
    case ast::GraphTarget::graph:
      write(with_keyword ? "GRAPH " : "");
      term(*graph.graph);
      break;
    case ast::GraphTarget::default_graph:
      write("DEFAULT");
      break;
    case ast::GraphTarget::named:
      write("NAMED");
      break;
    case ast::GraphTarget::all:
      write("ALL");
      break;
  }
}

void Printer::operation(const ast::UpdateOperation& operation) {
  if (const auto* data = std::get_if<ast::InsertData>(&operation.node)) {
    quads("INSERT DATA ", data->quads);
  } else if (const auto* removed = std::get_if<ast::DeleteData>(&operation.node)) {
    quads("DELETE DATA ", removed->quads);
  } else if (const auto* where = std::get_if<ast::DeleteWhere>(&operation.node)) {
    quads("DELETE WHERE ", where->quads);
  } else if (const auto* changes = std::get_if<ast::Modify>(&operation.node)) {
    modify(*changes);
  } else if (const auto* load = std::get_if<ast::Load>(&operation.node)) {
    write("LOAD ");
    write(silent_word(load->silent));
    term(load->source);
    if (load->into) {
      write(" INTO GRAPH ");
      term(*load->into);
    }
  } else if (const auto* manage = std::get_if<ast::ManageGraph>(&operation.node)) {
    write(word(kManagement, manage->action));
    write(silent_word(manage->silent));
    graph_ref(manage->graph, true);
  } else {
    const auto& transfer = std::get<ast::TransferGraph>(operation.node);
    write(word(kTransfer, transfer.action));
    write(silent_word(transfer.silent));
    graph_ref(transfer.from, true);
    write(" TO ");
    graph_ref(transfer.to, true);
  }
}

void Printer::update(const ast::Update& update) {
  prefixes_ = update.prefixes;
  base_ = update.base;
  for (std::size_t i = 0; i < update.operations.size(); ++i) {
    if (i > 0) write(" ;\n");
    operation(update.operations[i]);
  }
  write("\n");
}

}  // namespace dossier::sparql
