// SPDX-License-Identifier: Apache-2.0
// Terms that need no row in the dictionary: the bijection between short literals and inline ids.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dossier/term.h"
#include "model/term_id.h"
#include "model/term_view.h"

namespace dossier {

/// The inline id of `term`, or none when it needs the dictionary. A literal is inlined only if its
/// lexical form is the canonical one of its type (XSD 1.1 part 2, canonical mappings) and decoding
/// gives it back exactly. Blank nodes are not inlined here: only their store knows their numbers.
std::optional<TermId> inline_id(const Term& term);
/// The same for a literal without a language tag.
std::optional<TermId> inline_id(std::string_view lexical, std::string_view type);

/// The term of an inline id; only for ids with is_inline().
Term inline_term(TermId id);
/// The same as a view into `lexical`, which is overwritten.
TermView inline_view(TermId id, std::string& lexical);

}  // namespace dossier
