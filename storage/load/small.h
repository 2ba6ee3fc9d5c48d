// Small loads: a transaction. Private to storage/.
#pragma once

#include <span>

#include "storage/load/chunk.h"
#include "storage/store.h"

namespace dossier::storage {

/// Inserts the chunks' quads.
void insert_chunks(WriteTransaction& tx, std::span<const Chunk> chunks);

}  // namespace dossier::storage
