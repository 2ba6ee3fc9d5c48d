// SPDX-License-Identifier: Apache-2.0
// Reads titles from the words around their noun: "President of the Relief Committee of
// Nyando".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/clause/tree.h"

namespace dossier::extract::clause {

struct Title {
  std::uint32_t noun = 0;   ///< the token that heads it
  std::uint32_t begin = 0;  ///< its first word with determiner and owner: "Kenya's new president"
  TokenRange tokens;        ///< from the title's first word to the last word of its "of" phrase
  std::string text;         ///< "Minister of Foreign Affairs", as written; of a plural the singular
  std::vector<Argument> of;      ///< whose title; more than one for "co-chairs of A and B"
  std::optional<Argument> from;  ///< "American" of "American actor", which is no post
  bool former = false;           ///< "former", "previous"
  bool plural = false;
  bool bare = false;  ///< "the president": the text says elsewhere of what
};

/// Whether `i` heads a title that is no part of a person's name.
bool is_title(const Tree& tree, std::uint32_t i);
/// "the capital of ...": what only a place is.
bool is_capital(const Tree& tree, std::uint32_t i);

/// The title or capital headed by `noun`. None where none is.
std::optional<Title> title_at(const Tree& tree, std::uint32_t noun);
/// The title that ends where a name begins: "Foreign Minister X", "Y's president X", "President of
/// Y X".
std::optional<Title> title_before(const Tree& tree, const Mention& name);
/// The noun of the title that begins behind a name and a comma: "X, the new president of Y,".
std::optional<std::uint32_t> title_behind(const Tree& tree, const Mention& name);
/// The noun of the title that is joined to one that ends at `end`: "mayor of Y AND CHAIR of Z".
std::optional<std::uint32_t> title_joined(const Tree& tree, std::uint32_t end);

}  // namespace dossier::extract::clause
