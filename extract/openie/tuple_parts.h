// SPDX-License-Identifier: Apache-2.0
// Selects the words of a tuple: those of its relation and those of its arguments.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/clause/reading.h"
#include "extract/openie/surface.h"

namespace dossier::extract::openie {

struct Part {
  std::uint32_t head = 0;
  Words words;
};

/// The predicate whose subject this one takes over, so that both are one relation: "is expected to
/// spend".
std::optional<std::size_t> carrier(const clause::Reading& reading, const Predicate& predicate);

/// The relation: the verb's words, a predicate adjective, the carrier's words.
Words relation_words(const clause::Reading& reading, std::size_t predicate);

/// The grammatical subject, without the clause attached to it. The predicate must have one.
Words subject_words(const clause::Tree& tree, const Predicate& predicate);

/// Objects, obliques, clauses, predicate nouns: those before the relation last, else in the order
/// of the text.
std::vector<Part> parts_of(const clause::Reading& reading, std::size_t predicate,
                           const Words& relation);

}  // namespace dossier::extract::openie
