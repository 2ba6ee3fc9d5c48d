// SPDX-License-Identifier: Apache-2.0
// Equality and order of values (SPARQL 1.1, sections 17.3 and 15.1), as our own engine has them
// (engine/functions/compare_values.cc, order.h). Times, durations and parts of dates are compared
// by their text.
#pragma once

#include <string>
#include <vector>

#include "engine/sql/value.h"

namespace dossier::sql {

/// a = b; NULL is an error.
std::string equal(const Values& values, const Value& a, const Value& b);
std::string same_term(const Values& values, const Value& a, const Value& b);
/// `op` is one of < > <= >=.
std::string ordered(const Values& values, const Value& a, std::string_view op, const Value& b);
/// The columns to sort by, most important first; never NULL but where they don't matter.
std::vector<std::string> order_keys(const Values& values, const Value& value);

}  // namespace dossier::sql
