// SPDX-License-Identifier: Apache-2.0
// Turns frames into open tuples, which use the sentence's own words.
//
// The conventions are CaRB's (Bhardwaj, Aggarwal and Mausam, "CaRB: A Crowdsourced Benchmark for
// Open IE", 2019): one maximal tuple per predicate, lists are not split, pronouns stay, and the
// preposition that opens the first argument belongs to the relation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/openie/confidence.h"

namespace dossier::extract {

struct OpenTuple {
  double confidence = 0;
  std::string relation;
  std::vector<std::string> arguments;  ///< the first is the grammatical subject
  openie::Signs signs{};               ///< what the confidence is made from
};

/// The tuples of a sentence whose frames are read. `text` is what its spans count in. Thread-safe.
std::vector<OpenTuple> open_tuples(const Sentence& sentence, std::u32string_view text);

}  // namespace dossier::extract
