// SPDX-License-Identifier: Apache-2.0
// Collects the names the lexicon is compiled from, by kind.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace dossier::extract {

struct GatheredName {
  std::uint32_t kinds = 0;
  std::string canonical;
};
using GatheredNames = std::map<std::string, GatheredName>;

/// Adds a name or a kind to it; a canonical form given first stays.
void add_name(GatheredNames& names, const std::string& name, std::uint32_t kind,
              const std::string& canonical = {});

/// Reads ISO 3166-1, 3166-2 and 4217 from the folder of the package iso-codes.
void read_iso_codes(const std::string& folder, GatheredNames& names);

}  // namespace dossier::extract
