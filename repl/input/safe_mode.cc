// SPDX-License-Identifier: Apache-2.0
#include "repl/input/safe_mode.h"

#include <optional>

#include "dossier/error.h"
#include "repl/input/pattern_walk.h"

namespace dossier::repl {
namespace {

PatternVisitor refusing_visitor() {
  PatternVisitor visitor;
  visitor.service = [](const ast::ServicePattern&) {
    throw Error(ErrorCode::usage, "SERVICE is forbidden by --safe");
  };
  visitor.load = [](const ast::Load&) {
    throw Error(ErrorCode::usage, "LOAD is forbidden by --safe");
  };
  return visitor;
}

template <typename Parse>
auto parsed(Parse parse) -> std::optional<decltype(parse())> {
  try {
    return parse();
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

void refuse_outside_reach_of_query(std::string_view text, const SparqlOptions& options) {
  if (const auto query = parsed([&] { return parse_query(text, options); })) {
    walk(*query, refusing_visitor());
  }
}

void refuse_outside_reach_of_update(std::string_view text, const SparqlOptions& options) {
  if (const auto update = parsed([&] { return parse_update(text, options); })) {
    walk(*update, refusing_visitor());
  }
}

}  // namespace dossier::repl
