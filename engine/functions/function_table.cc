// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>

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

std::unordered_map<std::string, Function> make_iris() {
  std::unordered_map<std::string, Function> table;
  for (const Function& cast : casts()) {
    table.emplace(vocabulary::iri(vocabulary::kXsd, cast.name), cast);
  }
  return table;
}

const std::unordered_map<std::string, Function>& iris() {
  static const auto table = make_iris();
  return table;
}

/// Insertions, deletions and replacements that make `a` of `b` (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t replaced = diagonal + (a[i] == b[k] ? 0 : 1);
      diagonal = std::exchange(row[k + 1], std::min({replaced, row[k] + 1, row[k + 1] + 1}));
    }
  }
  return row.back();
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

const Function* find_function(std::string_view iri) {
  const auto found = iris().find(std::string(iri));
  return found != iris().end() ? &found->second : nullptr;
}

std::string_view nearest_function(std::string_view iri) {
  std::string_view nearest;
  std::size_t best = std::numeric_limits<std::size_t>::max();
  for (const auto& [known, function] : iris()) {
    const std::size_t here = distance(iri.substr(0, 256), known);
    if (here < best || (here == best && known < nearest)) {
      best = here;
      nearest = known;
    }
  }
  return nearest;
}

}  // namespace dossier::functions
