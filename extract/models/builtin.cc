// SPDX-License-Identifier: Apache-2.0
#include "extract/models/builtin.h"

#include "extract/embedded.h"

namespace dossier::extract {

std::string_view builtin_tagger_model() {
  return embedded::file_named(embedded::models(), "tagger.bin").bytes;
}

std::string_view builtin_lexicon_model() {
  return embedded::file_named(embedded::models(), "lexicon.bin").bytes;
}

std::string_view builtin_reading_model() {
  for (const embedded::File& file : embedded::models())
    if (file.name() == "reading.bin") return file.bytes;
  return {};
}

std::string_view builtin_network_model() {
  return embedded::file_named(embedded::models(), "analyser.bin").bytes;
}

}  // namespace dossier::extract
