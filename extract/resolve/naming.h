// SPDX-License-Identifier: Apache-2.0
// Where a sentence gives a name to what a noun means.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::resolve {

struct Naming {
  std::uint32_t noun = 0;    ///< token
  std::uint32_t entity = 0;  ///< of the name
  bool apposition = false;   ///< the noun stands beside the name: its phrase means the same
  bool body = false;         ///< the noun is one that only organisations are called
};

/// "The company that owns them, Azzurra Pesca"; "Azzurra Pesca, the company that owns them"; "the
/// trawler Santa Lucia"; "The owner is Azzurra Pesca". Names of people only for nouns of people,
/// and no others for those; but "the company, Azzurra Pesca" is no person, whatever its name was
/// taken for.
std::vector<Naming> namings(const Sentence& sentence);

}  // namespace dossier::extract::resolve
