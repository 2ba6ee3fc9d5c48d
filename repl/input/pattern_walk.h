// SPDX-License-Identifier: Apache-2.0
// A walk over everything a query or an update asks for.
#pragma once

#include <functional>

#include "parser/sparql/ast.h"

namespace dossier::repl {

/// What to call for what is met; members left empty are not called.
struct PatternVisitor {
  /// Of patterns, not of templates; `negated` behind MINUS and NOT EXISTS.
  std::function<void(const ast::TriplePattern&, bool negated)> triple;
  std::function<void(const ast::ServicePattern&)> service;
  std::function<void(const ast::Load&)> load;
};

/// In the order written, into sub-queries, EXISTS and every kind of group but SERVICE.
void walk(const ast::Query& query, const PatternVisitor& visitor);
void walk(const ast::Update& update, const PatternVisitor& visitor);

}  // namespace dossier::repl
