// Store::load(): reading files and choosing the way into the store. Private to storage/.
#pragma once

#include <span>
#include <string>

#include "storage/store.h"
#include "storage/writer.h"

namespace dossier::storage {

/// What is not large is inserted by a transaction, the rest by a bulk load.
class Loader {
 public:
  Loader(Published& published, WriterTurn& turn, std::string directory, std::size_t memory_bytes,
         const ProgressCallback& progress)
      : published_(published),
        turn_(turn),
        directory_(std::move(directory)),
        memory_bytes_(memory_bytes),
        callback_(progress) {}

  LoadReport load(std::span<const LoadInput> inputs);

 private:
  Published& published_;
  WriterTurn& turn_;
  std::string directory_;
  std::size_t memory_bytes_;
  const ProgressCallback& callback_;
};

}  // namespace dossier::storage
