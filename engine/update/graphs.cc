// SPDX-License-Identifier: Apache-2.0
#include "engine/update/graphs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <vector>

#include "dossier/error.h"
#include "engine/update/write_cost.h"
#include "model/well_formed.h"

namespace dossier::update {

namespace {

/// The quads of one graph, read before anything is changed. A deque, because a growing vector needs
/// three times the memory while it is copied.
std::deque<IdQuad> quads_of(const storage::WriteTransaction& writes, TermId graph, Limits& limits,
                            MemoryCharge& charge) {
  storage::ScanRequest request;
  request.permutation = storage::Permutation::gspo;
  request.prefix[0] = graph;
  request.prefix_length = 1;
  request.graphs.distinct = false;
  constexpr std::size_t kRows = 1024;
  std::array<std::vector<TermId>, 3> ids;
  std::array<TermId*, 4> columns{};
  for (std::size_t i = 0; i < 3; ++i) {
    ids[i].resize(kRows);
    columns[i] = ids[i].data();
  }
  std::deque<IdQuad> quads;
  const auto scan = writes.scan(request);
  while (const std::size_t count = scan->next(columns, kRows)) {
    limits.check();
    charge.add(count * sizeof(IdQuad));
    for (std::size_t row = 0; row < count; ++row)
      quads.push_back({ids[0][row], ids[1][row], ids[2][row], graph});
  }
  return quads;
}

bool exists(const storage::WriteTransaction& writes, TermId graph) {
  const std::vector<TermId> graphs = writes.named_graphs();
  return std::binary_search(graphs.begin(), graphs.end(), graph);
}

void require_well_formed(const ast::GraphRef& graph) {
  if (!graph.graph) return;
  if (const auto fault = fault_of(*graph.graph, "the target graph"))
    throw Error(ErrorCode::usage, *fault);
}

TermId graph_id(storage::WriteTransaction& writes, const ast::GraphRef& graph) {
  return graph.graph ? writes.intern(*graph.graph) : TermId::default_graph();
}

}  // namespace

std::uint64_t clear(storage::WriteTransaction& writes, TermId graph, Limits& limits,
                    MemoryBudget& memory) {
  MemoryCharge charge(memory);
  const std::deque<IdQuad> quads = quads_of(writes, graph, limits, charge);
  for (const IdQuad& quad : quads) {
    limits.work(kWriteWork);
    memory.charge(kQuadBytes);
    writes.erase(quad);
  }
  return quads.size();
}

void manage(storage::WriteTransaction& writes, const ast::ManageGraph& operation, Limits& limits,
            MemoryBudget& memory) {
  const ast::GraphTarget target = operation.graph.target;
  if (operation.action == ast::GraphManagement::create) {
    const TermId graph = writes.find(*operation.graph.graph);
    if (graph && exists(writes, graph) && !operation.silent)
      throw Error(ErrorCode::usage,
                  fmt::format("CREATE: the graph {} exists already; CREATE SILENT accepts that",
                              operation.graph.graph->to_string()));
    return;
  }
  if (target == ast::GraphTarget::graph) {
    const TermId graph = writes.find(*operation.graph.graph);
    if (graph) clear(writes, graph, limits, memory);
    return;
  }
  if (target != ast::GraphTarget::default_graph) {
    for (TermId graph : writes.named_graphs()) clear(writes, graph, limits, memory);
  }
  if (target != ast::GraphTarget::named) clear(writes, TermId::default_graph(), limits, memory);
}

void transfer(storage::WriteTransaction& writes, const ast::TransferGraph& operation,
              Limits& limits, MemoryBudget& memory) {
  if (operation.from == operation.to) return;
  require_well_formed(operation.to);
  const TermId from = graph_id(writes, operation.from);
  const bool missing = from != TermId::default_graph() && !exists(writes, from);
  if (missing && !operation.silent)
    throw Error(ErrorCode::usage, fmt::format("the graph {} does not exist; SILENT accepts that",
                                              operation.from.graph->to_string()));
  if (missing) return;
  const TermId to = graph_id(writes, operation.to);
  MemoryCharge charge(memory);
  const std::deque<IdQuad> quads = quads_of(writes, from, limits, charge);
  if (operation.action != ast::GraphTransfer::add) clear(writes, to, limits, memory);
  const bool is_move = operation.action == ast::GraphTransfer::move;
  for (IdQuad quad : quads) {
    limits.work(kWriteWork);
    memory.charge(is_move ? 2 * kQuadBytes : kQuadBytes);
    if (is_move) writes.erase(quad);
    quad.graph = to;
    writes.insert(quad);
  }
}

}  // namespace dossier::update
