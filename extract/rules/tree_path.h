// SPDX-License-Identifier: Apache-2.0
// The way through the tree of a sentence from one mention to another.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::rules {

/// From the head word of `a` up to the word above both mentions, and down to the head word of `b`;
/// empty in a sentence of several trees that have one of them each.
std::vector<std::uint32_t> tree_path(const Sentence& sentence, TokenRange a, TokenRange b);

}  // namespace dossier::extract::rules
