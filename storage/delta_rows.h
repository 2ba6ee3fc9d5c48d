// The delta on disk: one row a quad, whatever the permutations.
#pragma once

#include <string>
#include <string_view>

#include "storage/permutation.h"

namespace dossier::storage {

/// The quad in spo order.
std::string delta_key(const Key& spo);
/// "+" or "-".
std::string_view delta_value(bool present);

/// What holds of a quad.
struct DeltaRow {
  Key spo{};
  bool present = true;
};
/// Throws Error(storage) when the row is damaged.
DeltaRow decode_delta_row(std::string_view key, std::string_view value);

}  // namespace dossier::storage
