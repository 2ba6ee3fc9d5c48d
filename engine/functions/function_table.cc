// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/functions/equality_key.h"
#include "engine/functions/function.h"
#include "model/vocabulary.h"

namespace dossier::functions {
namespace {

constexpr std::size_t kBuiltins = static_cast<std::size_t>(ast::Builtin::object) + 1;
constexpr std::size_t kOperators = static_cast<std::size_t>(ast::Operator::unary_minus) + 1;

using BuiltinTable = std::array<Function, kBuiltins>;
using OperatorTable = std::array<Function, kOperators>;

BuiltinTable make_builtins() {
  BuiltinTable table{};
  for (const auto family : {term_functions(), term_constructors(), string_functions(),
                            search_functions(), regex_functions(), numeric_functions(),
                            date_functions(), digest_functions(), triple_functions()}) {
    for (const BuiltinFunction& row : family) {
      table[static_cast<std::size_t>(row.builtin)] = row.function;
    }
  }
  return table;
}

OperatorTable make_operators() {
  OperatorTable table{};
  for (const auto family : {comparison_operators(), arithmetic_operators()}) {
    for (const OperatorFunction& row : family) {
      table[static_cast<std::size_t>(row.op)] = row.function;
    }
  }
  return table;
}

std::vector<IriFunction> make_iris() {
  std::vector<IriFunction> table;
  for (const Function& cast : casts())
    table.push_back({vocabulary::iri(vocabulary::kXsd, cast.name), {1, 1}, cast});
  table.push_back({std::string(kEqualityKey), {2, 2}, equality_key_function()});
  std::sort(table.begin(), table.end(),
            [](const IriFunction& a, const IriFunction& b) { return a.iri < b.iri; });
  return table;
}

}  // namespace

const Function* find_function(ast::Builtin builtin) {
  static const BuiltinTable table = make_builtins();
  const Function& function = table[static_cast<std::size_t>(builtin)];
  return function.scalar != nullptr ? &function : nullptr;
}

const Function* find_function(ast::Operator op) {
  static const OperatorTable table = make_operators();
  const Function& function = table[static_cast<std::size_t>(op)];
  return function.scalar != nullptr ? &function : nullptr;
}

std::span<const IriFunction> iri_functions() {
  static const std::vector<IriFunction> table = make_iris();
  return table;
}

const IriFunction* find_iri_function(std::string_view iri) {
  const std::span<const IriFunction> table = iri_functions();
  const auto found =
      std::lower_bound(table.begin(), table.end(), iri,
                       [](const IriFunction& row, std::string_view key) { return row.iri < key; });
  return found != table.end() && found->iri == iri ? &*found : nullptr;
}

}  // namespace dossier::functions
