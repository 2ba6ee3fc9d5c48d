// SPDX-License-Identifier: Apache-2.0
// The order in which the patterns of a basic graph pattern are joined. Spark has no statistics of
// the tables and joins in the order of the text. Private to engine/sql.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/algebra/algebra.h"

namespace dossier::sql {

/// Numbers of patterns: those of bgp.triples, then those of bgp.triple_terms. The first is the one
/// that constants confine most; each later one shares a variable with an earlier one, if any does.
std::vector<std::size_t> join_order(const algebra::Bgp& bgp);

}  // namespace dossier::sql
