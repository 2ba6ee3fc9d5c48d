// SPDX-License-Identifier: Apache-2.0
// Terms of the C interface: texts in Turtle syntax. Private to bindings/c/.
#pragma once

#include <optional>
#include <string_view>

#include "dossier/term.h"

namespace dossier::c {

/// A term with the predeclared prefixes. Throws Error(usage) for NULL, Error(syntax) for no term.
Term term_of(const char* text, std::string_view name);
/// As term_of(); none for NULL.
std::optional<Term> optional_term(const char* text);
/// The IRI that stands for a graph; none for NULL. An IRI may be given with or without <>.
std::optional<Term> optional_graph(const char* text);

}  // namespace dossier::c
