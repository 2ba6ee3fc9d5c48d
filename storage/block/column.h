// SPDX-License-Identifier: Apache-2.0
// One column of a block: how its values are written and read.
//
// Encodings (byte layout in storage/FORMAT.md): constant; packed (frame of reference in
// mini-blocks of 128, over up to eight id segments so that mixed kinds stay narrow); dictionary
// (codes into a sorted table of the column's values); run-length; raw. All but raw give any single
// value without decoding its neighbours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::storage {

inline constexpr std::size_t kMiniBlock = 128;

enum class Encoding : std::uint8_t {
  constant = 0,
  packed = 1,
  dictionary = 2,
  run_length = 3,
  raw = 4,
};

/// How many bits codes get: the least, or whole bytes where these compress better.
enum class Widths : std::uint8_t { least, compressible };

/// Appends the smallest encoding of `values` (at least one) and returns which it is.
Encoding encode_column(std::span<const std::uint64_t> values, Widths widths, std::string& out);

/// Small numbers in mini-blocks with a base and a width each.
struct CodeStream {
  const char* bases = nullptr;
  const char* offsets = nullptr;  ///< u16 each, in units of 16 bytes: 128 values of width 1
  const char* data = nullptr;
  unsigned base_width = 0;

  std::uint64_t at(std::size_t row) const noexcept;
  void decode(std::size_t first, std::size_t count, std::uint64_t* out) const noexcept;
};

/// A parsed column. Points into the block's bytes, which must outlive it.
class Column {
 public:
  /// Checks every length and offset, so that reading stays inside `bytes` (which has 8 readable
  /// bytes behind it). Throws Error(storage).
  static Column parse(Encoding encoding, std::string_view bytes, std::size_t rows,
                      std::uint64_t constant);

  /// The memory of its tables, without the block's bytes.
  std::size_t heap_bytes() const noexcept {
    return segments_.capacity() * sizeof(Segment) + table_.capacity() * sizeof(std::uint64_t) +
           run_lasts_.capacity() * sizeof(std::uint16_t);
  }
  Encoding encoding() const noexcept { return encoding_; }
  /// Throws Error(storage) when a damaged dictionary code turns up; so do the others.
  std::uint64_t at(std::size_t row) const;
  void decode(std::size_t first, std::size_t count, std::uint64_t* out) const;
  /// The first row of [first, last) whose value is at least `value`, where the values ascend.
  std::size_t lower_bound(std::size_t first, std::size_t last, std::uint64_t value) const;

 private:
  struct Segment {
    std::uint64_t start;  ///< the first code
    std::uint64_t low;    ///< the id of that code
  };

  void parse_packed(std::string_view bytes);
  void parse_dictionary(std::string_view bytes);
  void parse_run_length(std::string_view bytes, std::uint64_t constant);
  void apply_segments(std::uint64_t* values, std::size_t count) const noexcept;
  std::uint64_t segment_value(std::uint64_t code) const noexcept;
  std::size_t run_of(std::size_t row) const noexcept;
  void decode_runs(std::size_t first, std::size_t count, std::uint64_t* out) const;

  Encoding encoding_ = Encoding::constant;
  std::size_t rows_ = 0;
  std::uint64_t constant_ = 0;
  const char* raw_ = nullptr;
  CodeStream codes_;
  std::vector<Segment> segments_;
  std::vector<std::uint64_t> table_;      ///< dictionary: values; run-length: value of each run
  std::vector<std::uint16_t> run_lasts_;  ///< the last row of each run
};

}  // namespace dossier::storage
