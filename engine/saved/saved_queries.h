// SPDX-License-Identifier: Apache-2.0
// Saved queries and the binding of parameters: what KnowledgeBase does by calling here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "engine/functions/expression.h"

namespace dossier {

/// Throws Error(usage) for a name that is not allowed.
void save_query(KnowledgeBase& kb, const SavedQuery& query);

/// Sorted by name; declarations with faults are given as far as they could be read.
std::vector<SavedQuery> saved_queries(const KnowledgeBase& kb);

/// Throws Error(input) with similar names when there is none of that name.
SavedQuery saved_query(const KnowledgeBase& kb, std::string_view name);

/// See KnowledgeBase::bind(). `custom`: the application's functions.
BoundQuery bind_query(const KnowledgeBase& kb, std::string_view text, const ParameterValues& values,
                      QueryOptions options, const functions::CustomTablePtr& custom);
BoundQuery bind_update(const KnowledgeBase& kb, std::string_view text,
                       const ParameterValues& values, QueryOptions options,
                       const functions::CustomTablePtr& custom);

}  // namespace dossier
