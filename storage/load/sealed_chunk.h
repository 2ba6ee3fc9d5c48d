// SPDX-License-Identifier: Apache-2.0
// A finished chunk: its terms sorted, in memory or in temporary files. Private to
// storage/.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storage/load/chunk.h"
#include "storage/load/spool.h"
#include "storage/load/term_sort.h"

namespace dossier::storage {

struct TermRow {
  std::string_view key;   ///< as in term_id; for blank nodes kind byte, file and label
  std::string_view body;  ///< kind byte and row, the tag in lower case
  std::string_view note;  ///< as the chunk has it
};

/// Rows ascend by key.
class TermStream {
 public:
  virtual ~TermStream() = default;
  /// False at the end. The row is valid until the next call.
  virtual bool next(TermRow& row) = 0;
};

class SealedChunk {
 public:
  /// In memory.
  explicit SealedChunk(Chunk&& chunk);
  /// In files named after `path`.
  SealedChunk(Chunk&& chunk, const std::string& path);

  std::unique_ptr<TermStream> terms() const;
  /// No terms() is allowed after it.
  void forget_terms();

  /// Refs to terms are places in the order of terms().
  const Spool<RefQuad>& quads() const noexcept { return quads_; }
  void forget_quads() { quads_ = {}; }
  const std::vector<ChunkTriple>& triples() const noexcept { return triples_; }
  const Spool<std::uint64_t>& inlined() const noexcept { return inlined_; }
  std::uint32_t levels() const noexcept { return levels_; }
  std::uint32_t term_count() const noexcept { return term_count_; }
  std::size_t memory_bytes() const noexcept;

  /// What the merges find out: the number, in the load, of each term and triple term.
  Spool<std::uint32_t> term_numbers;
  std::vector<std::uint32_t> triple_numbers;

 private:
  void sort_terms();
  void renumber(Chunk& chunk);
  void write_terms(const std::string& path) const;

  std::string path_;  ///< empty: in memory
  TermTable table_;
  std::string hashed_keys_;
  std::vector<SortedString> order_;
  Spool<RefQuad> quads_;
  std::vector<ChunkTriple> triples_;
  Spool<std::uint64_t> inlined_;
  std::uint32_t levels_ = 0;
  std::uint32_t term_count_ = 0;
};

}  // namespace dossier::storage
