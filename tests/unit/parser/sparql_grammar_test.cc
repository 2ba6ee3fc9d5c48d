// SPDX-License-Identifier: Apache-2.0
// PEGTL's own check of the grammar: no rule can loop without consuming anything.
#include <catch2/catch.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "parser/sparql/grammar.h"

namespace dossier::sparql {
namespace {

TEST_CASE("the grammar of queries has no endless loop") { CHECK(peg::analyze<QueryUnit>(-1) == 0); }
TEST_CASE("the grammar of updates has no endless loop") {
  CHECK(peg::analyze<UpdateUnit>(-1) == 0);
}

}  // namespace
}  // namespace dossier::sparql
