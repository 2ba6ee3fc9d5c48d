// SPDX-License-Identifier: Apache-2.0
// Names as texts: their words, however they are written. Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"

namespace dossier::asking {

bool is_word_byte(char c);
bool is_capital(const std::string& text);
/// The words of a sentence as they are written.
std::string text_of_range(const extract::Sentence& sentence, extract::TokenRange range);
/// " a b " for " A-b": to look for whole words in.
std::string padded(const std::string& text);
/// "a", "b" of the same.
std::vector<std::string> split_words(const std::string& text);
/// The words of a text as a search that has them all: "cease fire" without signs; "" without words.
std::string search_of(const std::string& text);

}  // namespace dossier::asking
