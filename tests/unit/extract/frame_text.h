// SPDX-License-Identifier: Apache-2.0
// Frames and clauses as lines of text, for tests that give sentences.
#pragma once

#include <string>

#include "extract/document.h"

namespace dossier::test {

/// The words of an argument as they stand in the sentence.
std::string words(const extract::Sentence& sentence, extract::TokenRange range);

/// "sign | subject: the leaders | object: the treaty | in: Oslo | not planned".
std::string describe(const extract::Sentence& sentence, const extract::Frame& frame);

/// One line a clause: "subject | relation | object | flags".
std::string describe(const extract::Sentence& sentence, const extract::Clause& clause);

}  // namespace dossier::test
