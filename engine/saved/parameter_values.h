// SPDX-License-Identifier: Apache-2.0
// The values of a query's parameters: texts are read as the declarations say.
#pragma once

#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "dossier/saved_query.h"

namespace dossier {

/// The terms of one parameter, one unless it is a list. Throws Error(usage) for a value that is not
/// of the declared type or none of the choices, and as resolve_term().
std::vector<Term> terms_of(const KnowledgeBase& kb, const QueryParameter& parameter,
                           const ParameterValue& value, const Prefixes& prefixes);

/// Values for every declared parameter, defaults included. Throws Error(usage) for parameters
/// without a value and for values that belong to no parameter: with declarations only declared ones
/// count, without any the variables of the text.
std::map<std::string, std::vector<Term>> bound_values(const KnowledgeBase& kb,
                                                      std::string_view text,
                                                      const std::vector<QueryParameter>& declared,
                                                      const ParameterValues& given,
                                                      const Prefixes& prefixes);

/// Whether the text has ?name or $name. Mentions in comments and strings count, too.
bool mentions_variable(std::string_view text, std::string_view name);

}  // namespace dossier
