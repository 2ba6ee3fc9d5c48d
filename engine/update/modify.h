// SPDX-License-Identifier: Apache-2.0
// Templates filled from solutions: INSERT DATA, DELETE DATA, DELETE WHERE and DELETE/INSERT WHERE
// (SPARQL 1.1 Update, section 3.1).
#pragma once

#include <memory>

#include "dossier/dossier.h"
#include "engine/algebra/translate.h"
#include "engine/functions/expression.h"
#include "engine/plan/options.h"
#include "engine/runtime/limits.h"
#include "engine/runtime/memory_budget.h"
#include "storage/store.h"

namespace dossier::update {

/// All solutions are found before anything is changed; deletions come before insertions. Stops at
/// the limits, which are the whole request's, and at what is left of `memory`, to which the changes
/// are charged and stay so: Error(limit). `custom`: the application's functions.
void modify(storage::WriteTransaction& writes, algebra::UpdateTranslation translation,
            const QueryOptions& options, const plan::PlanOptions& plan_options,
            const functions::CustomTablePtr& custom, const std::shared_ptr<Limits>& limits,
            MemoryBudget& memory);

}  // namespace dossier::update
