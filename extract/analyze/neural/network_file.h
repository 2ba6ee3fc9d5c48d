// SPDX-License-Identifier: Apache-2.0
// Reads and writes the analyser's model file, kind ANLY. extract/models/README.md describes its
// sections.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/analyze/neural/weights.h"
#include "extract/analyze/neural/word_input.h"

namespace dossier::extract {

struct NetworkStrings {
  std::array<std::vector<std::string>, kStringSlots> slots;  ///< sorted
  std::vector<std::string> tags;                             ///< "UPOS tab XPOS"
  std::vector<std::string> names;                            ///< "O", "B-PERSON", "I-PERSON", ...
  std::vector<std::string> labels;                           ///< relations, "root" among them
};

/// Weights are rounded to 16 bits, a scale a row.
std::string make_network_file(const NetworkStrings& strings, Weights weights);

/// What a model file holds; the vocabulary looks into the file's bytes.
struct NetworkParts {
  InputVocabulary vocabulary;
  std::vector<std::string> tags, names, labels;
  Weights weights;
};

/// Throws Error(input) when the bytes are damaged or do not fit this program's network.
NetworkParts read_network_file(std::string_view bytes);

}  // namespace dossier::extract
