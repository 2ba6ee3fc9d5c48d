// SPDX-License-Identifier: Apache-2.0
// Words of a tree as they are written in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause/tree.h"

namespace dossier::extract::openie {

/// In the order of the text, without marks at the edges.
using Words = std::vector<std::uint32_t>;

/// The phrase below `head` without asides: appositions, clauses after a comma, and what is in
/// `without` (with all below it).
Words phrase_words(const clause::Tree& tree, std::uint32_t head, const Words& without);
/// All words below `head`.
Words all_words(const clause::Tree& tree, std::uint32_t head);

/// Adjacent words keep the white space between them; elsewhere there is a space.
std::string render(const clause::Tree& tree, const Words& words, std::u32string_view text);

}  // namespace dossier::extract::openie
