// SPDX-License-Identifier: Apache-2.0
// The rows of the meta column family that storage/ keeps for itself.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/term_id.h"
#include "storage/permutation.h"

namespace dossier::storage {

inline constexpr std::uint32_t kFormatVersion = 4;
/// Those from here on can be read, and are upgraded when they are opened for writing.
inline constexpr std::uint32_t kOldestFormat = 2;
/// The last whose terms had a row each.
inline constexpr std::uint32_t kFormatWithoutRuns = 3;
inline constexpr std::string_view kFormatKey = "format";
inline constexpr std::string_view kCountersKey = "counters";
inline constexpr std::string_view kRunsKey = "runs";

/// Written with every commit.
struct Counters {
  /// The next free payload of the numbered kinds, indexed by TermId::Kind (1 to 6).
  std::array<std::uint64_t, 7> next{1, 1, 1, 1, 1, 1, 1};
  std::uint64_t quads = 0;
  /// Changes in the pages of the delta, blocks of each permutation and their rows: a state that is
  /// damaged, or half seen beside a live writer, shows.
  std::uint64_t delta_rows = 0;
  std::array<std::uint64_t, kPermutationCount> blocks{};
  std::array<std::uint64_t, kPermutationCount> block_rows{};

  std::uint64_t& next_of(TermId::Kind kind) { return next[static_cast<std::size_t>(kind)]; }
  std::uint64_t next_of(TermId::Kind kind) const { return next[static_cast<std::size_t>(kind)]; }
  /// Terms with a dictionary row.
  std::uint64_t terms() const;
  /// True for inline ids, the default graph, and numbered ids given out already.
  bool knows(TermId id) const;

  friend bool operator==(const Counters&, const Counters&) = default;
};

std::string encode_counters(const Counters& counters);
/// Throws Error(storage) when the row has the wrong length.
Counters decode_counters(std::string_view bytes);

}  // namespace dossier::storage
