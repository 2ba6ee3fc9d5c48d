// SPDX-License-Identifier: Apache-2.0
// What a search of words asks for, and how it is written.
//
//   cease fire*            both: "cease" in any form, and a word that begins with "fire"
//   "cease fire"           these words, as written, one after the other
//   peace OR truce         one of them; AND, which may be left out, binds closer
//   NOT Oslo, -Oslo        texts without it
//   Lavrof~                words that are spelled nearly so
//   (truce OR peace) talks
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "model/parts.h"

namespace dossier::search {

struct Node;

/// A run of characters as written, or what stands in quotation marks.
struct Words {
  std::string text;
  bool quoted = false;
  bool prefix = false;  ///< the last word may go on
  bool fuzzy = false;   ///< words spelled nearly so match, too
};
/// All of `wanted`, none of `unwanted`.
struct All {
  Parts<Node> wanted;
  Parts<Node> unwanted;
};
struct Any {
  Parts<Node> choices;
};

struct Node {
  std::variant<Words, All, Any> node;
};

/// Throws Error(syntax) with the position in `text` of what is wrong, and Error(limit) for
/// parentheses nested more than 50 deep or more than 1,000 words.
Node parse(std::string_view text);

}  // namespace dossier::search
