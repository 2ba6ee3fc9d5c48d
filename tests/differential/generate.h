// SPDX-License-Identifier: Apache-2.0
// Random cases: a small dataset and a query over its terms, determined by a seed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/quad.h"
#include "parser/sparql/ast.h"

namespace dossier::naive {

/// The endpoint that SERVICE names in cases. It has the same data, with blank nodes of its own.
inline constexpr std::string_view kEndpoint = "http://endpoint.invalid/";

struct Case {
  std::vector<Quad> data;
  ast::Query query;  ///< a SELECT; ORDER BY is by STR() of a projected variable
};

/// Whether numbers may have several lexical forms; there are engines that keep only the value.
enum class Lexical : std::uint8_t { any, canonical };

Case generate(std::uint64_t seed, Lexical lexical = Lexical::any);

}  // namespace dossier::naive
