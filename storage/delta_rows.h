// The delta on disk: one row a quad, however many permutations still wait for it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "storage/permutation.h"

namespace dossier::storage {

/// What holds of a quad, and which permutations' blocks do not show it yet (bit i: permutation i).
struct DeltaRow {
  IdQuad quad;
  bool present = true;
  std::uint8_t waiting = 0;

  static constexpr std::uint8_t kAll = 0x7F;
  bool pending(Permutation permutation) const {
    return (waiting >> index_of(permutation) & 1U) != 0;
  }
};

/// The quad in spo order.
std::string delta_key(const IdQuad& quad);
/// One byte: bit 7 for presence, the rest for the waiting permutations.
std::string delta_value(bool present, std::uint8_t waiting);
/// Throws Error(storage) when the row is damaged.
DeltaRow decode_delta_row(std::string_view key, std::string_view value);

}  // namespace dossier::storage
