// SPDX-License-Identifier: Apache-2.0
// Compiles the lexicon model.
#pragma once

#include <string>

#include "extract/train/large_places.h"

namespace dossier::extract {

struct LexiconSources {
  std::string word_net;
  std::string iso_codes;
  std::string places;        ///< geonames.mo
  std::string person_names;  ///< folder of locales
  LargePlaces large_places;
};

/// The bytes of lexicon.bin; the same sources give the same bytes.
std::string build_lexicon(const LexiconSources& sources);

}  // namespace dossier::extract
