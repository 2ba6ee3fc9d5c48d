// SPDX-License-Identifier: Apache-2.0
// Small loads: a transaction. Private to storage/.
#pragma once

#include <span>

#include "dossier/storage.h"
#include "storage/load/chunk.h"
#include "storage/write_transaction.h"

namespace dossier::storage {

/// Inserts the chunks' quads.
void insert_chunks(WriteTransaction& tx, std::span<const Chunk> chunks);

}  // namespace dossier::storage
