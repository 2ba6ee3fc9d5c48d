// SPDX-License-Identifier: Apache-2.0
// The built-in functions: their names and how many arguments they take (SPARQL 1.1 [121], 1.2).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "parser/sparql/ast.h"

namespace dossier::sparql {

inline constexpr std::uint8_t kAnyNumber = std::numeric_limits<std::uint8_t>::max();

struct BuiltinSignature {
  std::string_view name;  ///< as the specification writes it
  ast::Builtin function;
  std::uint8_t least;  ///< arguments
  std::uint8_t most;
};

std::span<const BuiltinSignature> builtins();
/// By name in any case; nullptr when there is none. URI and isURI are IRI and isIRI.
const BuiltinSignature* find_builtin(std::string_view name);
/// The name a function is printed with.
std::string_view builtin_name(ast::Builtin function);

}  // namespace dossier::sparql
