// Store::load(): reading files and choosing the way into the store. Private to storage/.
#pragma once

#include <span>
#include <string>

#include "storage/store.h"
#include "storage/writer.h"

namespace dossier::storage {

/// What is not large is inserted by a transaction, the rest by a bulk load, which keeps its
/// temporary files in `directory`.
LoadReport load_files(Published& published, WriterTurn& turn, const std::string& directory,
                      std::span<const LoadInput> inputs, const LoadOptions& options);

}  // namespace dossier::storage
