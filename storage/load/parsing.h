// SPDX-License-Identifier: Apache-2.0
// The first half of a load: files become chunks. Private to storage/.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <thread>
#include <vector>

#include "storage/load/chunk.h"
#include "storage/load/outcomes.h"
#include "storage/load/parallel.h"
#include "storage/load/pieces.h"
#include "storage/load/progress.h"

namespace dossier::storage {

/// One thread, the caller's, cuts lines into pieces, or parses what can't be cut; others make
/// chunks of them, each its own. So no table is shared, and none is locked; a term that turns up in
/// two chunks is merged with the terms of all chunks.
class Parsing {
 public:
  struct Setup {
    std::size_t threads = 1;      ///< that make chunks
    std::size_t chunk_bytes = 0;  ///< a chunk that has grown to this is given away
    std::size_t piece_bytes = 0;
    LoadProgress& progress;
    Outcomes& outcomes;
    /// Takes a chunk that has grown large. Called by any of the threads, by several at a time.
    std::function<void(Chunk&&)> take;
  };

  explicit Parsing(Setup setup) : setup_(std::move(setup)), queue_(2 * setup_.threads) {}
  ~Parsing() { stop(); }
  Parsing(const Parsing&) = delete;
  Parsing& operator=(const Parsing&) = delete;

  /// Reads all of them. Throws what the document's first fault is, or what else went wrong.
  void run(std::span<const LoadInput> inputs);
  /// Chunks that have not been given away.
  std::vector<Chunk> take_rest();

 private:
  void read_all(std::span<const LoadInput> inputs);
  void read(const LoadInput& input);
  void push(Piece piece);
  void work(Chunk& chunk);
  Outcome add(const Piece& piece, Chunk& chunk);
  void stop();

  Setup setup_;
  BoundedQueue<Piece> queue_;
  FirstFailure failure_;
  Origin origin_;
  std::uint64_t bytes_before_ = 0;
  std::deque<Chunk> chunks_;  ///< of each thread one; they stay where they are
  std::vector<std::thread> crew_;
};

}  // namespace dossier::storage
