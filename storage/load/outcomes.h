// SPDX-License-Identifier: Apache-2.0
// What became of the pieces of the input, brought back into the order of the document. Private to
// storage/.
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

/// Thread-safe. Knows how many lines came before a piece as soon as all before it are told.
class Outcomes {
 public:
  /// Throws Error(input) when the file for bad lines cannot be made; empty: there is none.
  Outcomes(std::span<const LoadInput> inputs, std::string bad_lines_path);

  /// Each piece once; numbers run from 0. Throws Error(input) when a bad line cannot be written.
  void tell(Outcome outcome);
  bool keeps_bad_lines() const noexcept { return !path_.empty(); }
  /// A piece has a fault: those behind it need no work.
  bool failed() const noexcept { return failed_; }
  /// When all pieces are told: throws the first fault of the document; closes the file.
  void finish();
  std::uint64_t bad_lines() const noexcept { return bad_lines_; }

 private:
  void settle(const Outcome& outcome);
  Error placed(const Error& fault, const Outcome& outcome) const;
  void write(const BadLine& bad, const Outcome& outcome);
  void require_written();

  std::span<const LoadInput> inputs_;
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
