// SPDX-License-Identifier: Apache-2.0
// Which classes a name can have at once, and which of them are guesses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/term.h"
#include "extract/document.h"

namespace dossier::extract {

/// Whether a thing of these classes can be one of this type. Both must be of one kind: where a name
/// of an unclear kind could be anything, it would depend on the order of documents what it is.
bool fits(const std::vector<Term>& classes, MentionType type);
/// The one proper class among `classes` that a name could have been given by mistake.
std::optional<MentionType> mistakable(const std::vector<Term>& classes);
/// The name of the kind of a type, as "person".
std::string_view kind_name(MentionType type);
/// Names that identify an entity; surnames and forms with honorifics do not.
bool is_strong(const std::string& form, MentionType type);
/// The type a class is written for.
std::optional<MentionType> type_of(const Term& class_iri);
/// Whether nothing in the name itself speaks for its type.
bool is_guess(const std::string& name, MentionType type);

}  // namespace dossier::extract
