// SPDX-License-Identifier: Apache-2.0
// What opening, loading, checking and copying a knowledge base take and give. Part of
// <dossier/dossier.h>; the calls are members of KnowledgeBase.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/export.h"
#include "dossier/rdf_format.h"
#include "dossier/term.h"

namespace dossier {

enum class OpenMode : std::uint8_t {
  create,     ///< made when missing
  existing,   ///< an error when missing
  read_only,  ///< beside a live writer of another process; sees the state at open until refresh()
};

struct OpenOptions {
  OpenMode mode = OpenMode::create;
  std::size_t memory_bytes = std::size_t{512} << 20;  ///< one budget for both block caches
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
  double share =
      -1;  ///< how much of the whole work is done, 0 to 1, by estimate; negative: unknown
};
/// Called a few times a second from the thread that called; returning false stops the work, which
/// leaves no trace.
using ProgressCallback = std::function<bool(const Progress&)>;

struct LoadInput {
  std::string path;  ///< "-" is standard input; .gz and .zst are unpacked
  RdfFormat format = RdfFormat::nquads;
  std::string base;
  std::optional<Term> graph;  ///< triples outside a graph go here; none: the default graph
};
struct LoadOptions {
  ProgressCallback progress = {};
  /// For everything the load keeps: what goes beyond is sorted in temporary files in the store's
  /// directory. A few bytes a term and the buffers of files come on top.
  std::size_t memory_bytes = std::size_t{2} << 30;
  std::size_t threads = 0;  ///< 0: as many as the machine has cores
  /// When not empty: lines of N-Triples and N-Quads that are not well-formed do not end the load
  /// but are written to this file, each behind a comment that says where it stood and what is
  /// wrong. Other formats have no lines to skip: then an Error(usage).
  std::string bad_lines_path = {};
};
struct LoadReport {
  std::uint64_t read = 0;       ///< quads in the files
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
