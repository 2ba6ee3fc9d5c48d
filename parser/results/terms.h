// SPDX-License-Identifier: Apache-2.0
// What the JSON and XML formats share: builds checked terms from their parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dossier/term.h"

namespace dossier::results {

/// A literal's parts as documents give them.
struct LiteralParts {
  std::string lexical;
  std::optional<std::string> language;  ///< an empty one counts as none
  std::optional<std::string> direction;
  std::optional<std::string> datatype;
};

/// Letters, digits, "_", and the "-" and "." that some endpoints put into names they make up.
bool is_variable_name(std::string_view text);
std::string not_a_variable(const std::string& name);

// Each throws std::invalid_argument saying what is wrong; the reader knows the place.
Term checked_iri(std::string value);
Term checked_literal(LiteralParts parts);
Term checked_triple(Term subject, Term predicate, Term object);

}  // namespace dossier::results
