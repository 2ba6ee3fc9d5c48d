// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace dossier::extract::resolve {

/// The only candidate that fits; none where several do.
template <typename Fits>
std::optional<std::uint32_t> only_one(const std::vector<std::uint32_t>& candidates,
                                      const Fits& fits) {
  std::optional<std::uint32_t> only;
  for (const std::uint32_t candidate : candidates) {
    if (!fits(candidate)) continue;
    if (only) return std::nullopt;
    only = candidate;
  }
  return only;
}

}  // namespace dossier::extract::resolve
