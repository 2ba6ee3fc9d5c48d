// SPDX-License-Identifier: Apache-2.0
// Options and results of opening, loading, checking and copying a knowledge base. Part of
// <dossier/dossier.h>; the functions are members of KnowledgeBase.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/export.h"
#include "dossier/quad.h"
#include "dossier/rdf_format.h"
#include "dossier/term.h"

namespace dossier {

enum class OpenMode : std::uint8_t {
  create,    ///< for reading and writing; created if it does not exist
  existing,  ///< for reading and writing; an error if it does not exist
  /// For reading only; an error if it does not exist. Works beside a writer of another process and
  /// in a directory without write permission. Sees the state at open until refresh().
  read_only,
};

struct OpenOptions {
  OpenMode mode = OpenMode::create;
  std::size_t memory_bytes = std::size_t{512} << 20;  ///< one budget for both block caches
  /// How long queries and updates may take whose own options do not say it, those that Dossier's
  /// views and lists run among them, and the wait of an update for other writers; nullopt: as long
  /// as they want. Ingest has limits of its own.
  std::optional<std::chrono::milliseconds> query_timeout = {};
  /// The same for QueryOptions::memory_bytes.
  std::optional<std::size_t> query_memory_bytes = {};
};

/// What commit() promises.
enum class Durability : std::uint8_t {
  synced,   ///< on disk when commit() returns, with the relaxed commits before it
  relaxed,  ///< survives the process, but a power cut may lose the last commits (never half of one)
};

struct Progress {
  std::string_view phase;  ///< "parsing", "sorting", ...
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  ///< 0 when unknown
  std::uint64_t quads = 0;
  /// Estimated share of the whole work that is done, 0 to 1; negative: unknown.
  double share = -1;
};
/// Called a few times a second by the thread that started the work. Returning false stops the work
/// and undoes it.
using ProgressCallback = std::function<bool(const Progress&)>;

struct LoadInput {
  /// "-" is standard input. Of a stream: what errors call it. Compressed data (gzip, zstd) is
  /// recognised by its first bytes and unpacked.
  std::string path;
  RdfFormat format = RdfFormat::nquads;
  std::string base = {};  ///< base IRI; without one, relative IRIs are errors
  /// The graph of triples outside a graph; none: the default graph.
  std::optional<Term> graph = std::nullopt;
};
/// Stores the next quad of a load in its argument, which arrives empty, and returns true; returns
/// false at the end. Called by the thread that calls load(). It must not write to that knowledge
/// base. What it throws ends the load, and load() throws it again.
using QuadGenerator = std::function<bool(Quad&)>;
struct LoadOptions {
  ProgressCallback progress = {};
  /// Limit for everything the load keeps in memory. Data beyond it is sorted in temporary files in
  /// the knowledge base's directory. A few bytes per term and the buffers of files come on top.
  std::size_t memory_bytes = std::size_t{2} << 30;
  std::size_t threads = 0;  ///< 0: one per core
  /// When not empty: malformed lines of N-Triples and N-Quads are skipped and written to this file,
  /// each after a comment with its position and the fault. Error(usage) for other formats and for
  /// generators, which have no lines.
  std::string bad_lines_path = {};
};
struct LoadReport {
  std::uint64_t read = 0;       ///< quads in the input
  std::uint64_t added = 0;      ///< of these, new to the store
  std::uint64_t bad_lines = 0;  ///< skipped
};

struct Statistics {
  std::uint64_t quads = 0;
  std::uint64_t terms = 0;
  std::uint64_t named_graphs = 0;
  std::uint64_t blocks = 0;       ///< over all permutations
  std::uint64_t delta_quads = 0;  ///< changes not yet folded into blocks
  std::uint64_t disk_bytes = 0;
  std::uint32_t format_version = 0;
};

/// One fault check() found: where (column family and key, printable) and what.
struct Fault {
  std::string where;
  std::string what;
};

}  // namespace dossier
