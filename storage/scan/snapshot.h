// SPDX-License-Identifier: Apache-2.0
// A committed state as a QuadSource. Private to storage/.
#pragma once

#include <memory>

#include "storage/quad_source.h"
#include "storage/state/state.h"

namespace dossier::storage {

std::shared_ptr<const QuadSource> make_snapshot(std::shared_ptr<const State> state);

}  // namespace dossier::storage
