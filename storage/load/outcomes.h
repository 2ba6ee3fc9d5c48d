// SPDX-License-Identifier: Apache-2.0
// The results of parsing the pieces of the input, put back into the order of the document. Private
// to storage/.
#pragma once

#include <atomic>
#include <cstdint>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "storage/load/pieces.h"

namespace dossier::storage {

struct BadLine {
  Error fault;  ///< positioned in the piece
  std::string line;
};

struct Outcome {
  Origin origin;
  std::uint64_t lines = 0;
  std::uint64_t bytes = 0;
  std::vector<BadLine> bad_lines;
  std::optional<Error> fault;  ///< ends the load; positioned in the piece
};

/// Thread-safe. Knows the line number of a piece as soon as all earlier pieces are reported.
class Outcomes {
 public:
  /// Throws Error(input) when the file for bad lines cannot be created; an empty path means none.
  Outcomes(std::span<const LoadSource> sources, std::string bad_lines_path);

  /// Each piece once; numbers run from 0. Throws Error(input) when a bad line cannot be written.
  void report(Outcome outcome);
  bool keeps_bad_lines() const noexcept { return !path_.empty(); }
  /// A piece has a fault: later pieces need not be parsed.
  bool failed() const noexcept { return failed_; }
  /// Call it when all pieces are reported. Throws the first fault of the document; closes the file.
  void finish();
  std::uint64_t bad_lines() const noexcept { return bad_lines_; }

 private:
  void record(const Outcome& outcome);
  Error placed(const Error& fault, const Outcome& outcome) const;
  void write(const BadLine& bad, const Outcome& outcome);
  void require_written();

  std::span<const LoadSource> sources_;
  std::string path_;
  std::ofstream file_;
  std::mutex mutex_;
  std::map<std::uint64_t, Outcome> waiting_;
  std::uint64_t next_ = 0;
  std::uint32_t input_ = 0;
  std::uint64_t lines_before_ = 0;
  std::uint64_t bytes_before_ = 0;
  std::uint64_t bad_lines_ = 0;
  std::optional<Error> first_fault_;
  std::atomic<bool> failed_{false};
};

}  // namespace dossier::storage
