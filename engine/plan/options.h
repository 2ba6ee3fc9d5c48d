// SPDX-License-Identifier: Apache-2.0
// What a plan is made for, and which rewrites it may use.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "dossier/dossier.h"
#include "dossier/term.h"
#include "parser/sparql/ast.h"

namespace dossier::plan {

/// Names of passes (see passes.h and the planner): a test switches each off alone and compares
/// answers.
struct PassSwitches {
  std::set<std::string, std::less<>> off;
  /// For tests on little data: all that can be done in parts is, in parts of so many rows.
  std::optional<std::uint64_t> part_rows = {};
  bool on(std::string_view pass) const { return off.find(pass) == off.end(); }
};

/// What a text says by FROM or USING or, when it says nothing, what the caller says.
inline ast::DatasetClause dataset_of(const ast::DatasetClause& written,
                                     const DatasetGraphs& given) {
  if (!written.empty()) return written;
  return {given.default_graphs, given.named_graphs};
}

struct PlanOptions {
  DefaultGraph default_graph = DefaultGraph::union_of_all;
  ast::DatasetClause dataset;  ///< see dataset_of(); empty: what default_graph says
  std::optional<Term> with;    ///< the default graph of an update that has WITH and no USING
  PassSwitches passes;
};

}  // namespace dossier::plan
