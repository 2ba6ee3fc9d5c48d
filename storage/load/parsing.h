// SPDX-License-Identifier: Apache-2.0
// The first half of a load: files become chunks. Private to storage/.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <span>
#include <vector>

#include "storage/load/chunk.h"
#include "storage/load/input.h"
#include "storage/load/outcomes.h"
#include "storage/load/parallel.h"
#include "storage/load/pieces.h"
#include "storage/load/progress.h"

namespace dossier::storage {

/// The calling thread cuts lines into pieces, parses formats that cannot be cut, and calls
/// generators. Worker threads turn the pieces into chunks; each has a chunk of its own, so no table
/// is shared or locked. A term that occurs in two chunks is merged later.
class Parsing {
 public:
  struct Setup {
    std::size_t threads = 1;  ///< that make chunks
    /// A chunk of this size is passed to `take`; of a very long input, larger ones.
    std::size_t chunk_bytes = 0;
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

  /// Reads all sources. Throws the first fault of the document, or any other failure.
  void run(std::span<const LoadSource> sources);
  /// The chunks that were not passed to `take`.
  std::vector<Chunk> take_rest();

 private:
  void read_all(std::span<const LoadSource> sources);
  void read(const LoadSource& source);
  void read_lines(const LoadSource& source, Input& input);
  void read_document(const LoadSource& source, Input& input);
  void read_generator(const LoadSource& source);
  /// Waits for the threads, and throws what stopped one of them.
  void join();
  void push(Piece piece);
  void work(Chunk& chunk);
  Outcome add(const Piece& piece, Chunk& chunk);
  bool has_grown_large(const Chunk& chunk) const;
  void stop();

  Setup setup_;
  BoundedQueue<Piece> queue_;
  FirstFailure failure_;
  Origin origin_;
  std::uint64_t bytes_before_ = 0;
  std::atomic<std::size_t> taken_ = 0;   ///< chunks passed to `take`
  std::deque<Chunk> chunks_;             ///< one per thread; their addresses are stable
  std::vector<std::future<void>> crew_;  ///< destroying one waits for its thread
};

}  // namespace dossier::storage
