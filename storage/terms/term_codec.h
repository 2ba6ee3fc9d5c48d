// SPDX-License-Identifier: Apache-2.0
// Terms as rows of the dictionary. Byte layout in storage/FORMAT.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/term.h"
#include "model/term_id.h"
#include "model/term_view.h"

namespace dossier::storage {

/// Terms whose key would be longer are found by a 128-bit hash.
inline constexpr std::size_t kLongestKey = 256;

/// Key in term_id of a term that is no blank node and no triple term. Language tags in lower case,
/// so that equal terms have equal keys.
std::string term_key(const Term& term);
/// Key in term_id of a row, language tag in lower case.
std::string row_key(TermId::Kind kind, std::string_view row);
inline constexpr std::size_t kHashedKeyBytes = 17;
/// Turns the language tag of a tagged string's row into lower case. Throws Error(storage) when the
/// row is damaged.
void fold_tag(std::string& row);
/// Key in term_id of a triple term.
std::string triple_key(const std::array<TermId, 3>& parts);
/// True when the key is a hash, so that a hit has to be compared with the term itself.
bool is_hashed(std::string_view key);

/// Row in term of a term that is no blank node and no triple term.
std::string encode_term(const Term& term);
/// Throws Error(storage) when the row is damaged.
Term decode_term(TermId::Kind kind, std::string_view row);
/// The same as a view into the row.
TermView decode_view(TermId::Kind kind, std::string_view row);
std::string encode_triple(const std::array<TermId, 3>& parts);
std::array<TermId, 3> decode_triple(std::string_view row);

std::string encode_id(TermId id);
TermId decode_id(std::string_view bytes);

/// "b12" for 12, and back; none for other labels.
std::string blank_label(std::uint64_t number);
std::optional<std::uint64_t> blank_number(std::string_view label);

/// Rough heap size of a term, for cache budgets.
std::size_t memory_bytes(const Term& term);

}  // namespace dossier::storage
