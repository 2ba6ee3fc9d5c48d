// SPDX-License-Identifier: Apache-2.0
// What the comments of a query say about it: its parameters and what it is for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/saved_query.h"

namespace dossier {

/// A declaration as far as it could be read.
struct Declaration {
  QueryParameter parameter;
  std::string fault;       ///< why it cannot be used; empty when it can
  std::size_t offset = 0;  ///< of its line in the text
};

/// In the order of the text. Throws nothing for a bad declaration: see Declaration::fault.
std::vector<Declaration> read_declarations(std::string_view text);

/// The comment lines at the start that are neither "#!" nor "@": what the query is for, on one
/// line.
std::string description_of(std::string_view text);

/// Whether a type is known: entity, IRI, term, or an XSD datatype with or without "xsd:".
bool is_parameter_type(std::string_view type);

}  // namespace dossier
