// SPDX-License-Identifier: Apache-2.0
// SPARQL 1.1 Update: the operations of a request, one after the other, within one transaction.
#pragma once

#include <chrono>
#include <string_view>

#include "dossier/dossier.h"
#include "engine/functions/expression.h"
#include "storage/store.h"

namespace dossier::update {

/// Throws Error(syntax), Error(unsupported) naming what is not there yet, Error(usage) for a graph
/// that is missing or in the way; the transaction then holds some of the request's changes.
/// `custom`: the application's functions. The time limit counts from `start`.
UpdateReport run(storage::WriteTransaction& writes, std::string_view text,
                 const QueryOptions& options, const functions::CustomTablePtr& custom,
                 std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now());

}  // namespace dossier::update
