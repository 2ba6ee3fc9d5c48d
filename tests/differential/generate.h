// SPDX-License-Identifier: Apache-2.0
// Random cases: a small dataset and a query over its terms, determined by a seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/quad.h"
#include "parser/sparql/ast.h"

namespace dossier::naive {

struct Case {
  std::vector<Quad> data;
  ast::Query query;  ///< a SELECT; ORDER BY is by STR() of a projected variable
};

Case generate(std::uint64_t seed);

}  // namespace dossier::naive
