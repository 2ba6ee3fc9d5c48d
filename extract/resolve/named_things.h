// SPDX-License-Identifier: Apache-2.0
// What an argument names by its own words, before anything is resolved.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// "he", "its"; not "this".
bool is_personal_pronoun(const Token& token);

/// The entity of the mention an argument's head belongs to, or, where the head is a title, of the
/// person after it.
std::optional<std::uint32_t> named_entity(const Document& document, const Sentence& sentence,
                                          const Argument& argument);

/// "the mayor", not "Director Ms Berg": there the name is who is meant.
bool names_person_by_noun(const Document& document, const Sentence& sentence,
                          const Argument& argument);

/// "The authority" of "the authority's chairman", of which a post's owner is the noun alone.
TokenRange with_determiner(const Sentence& sentence, TokenRange range);

}  // namespace dossier::extract::resolve
