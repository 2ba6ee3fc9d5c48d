// SPDX-License-Identifier: Apache-2.0
// Parameters of query texts: declared in comments, given as name=term.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "repl/format/result_writer.h"

namespace dossier::repl {

/// `# @param country IRI The country to ask about`.
struct ParameterDeclaration {
  std::string name;
  std::string type;  ///< IRI, string, integer, date, ...: as written; empty when not given
  std::string description;
};

/// In the order of the text.
std::vector<ParameterDeclaration> declared_parameters(std::string_view text);

/// The comment lines at the start that are neither "#!" nor "@": what the query is about, on one
/// line.
std::string description_of(std::string_view text);

/// The value of a declared parameter: a text of type string needs no quotes, one of an XSD type no
/// datatype. Throws Error(usage) when it is not of the type, and as resolve_term().
Term parameter_value(const KnowledgeBase& kb, const std::string& text,
                     const ParameterDeclaration& declaration, const Prefixes& prefixes);

/// The values for `given`, each "name=term" (the name with or without "?" or "$"). Throws
/// Error(usage) for a text without "=", a name given twice, and declared parameters left out, which
/// it describes.
std::map<std::string, Term> parameter_values(const KnowledgeBase& kb,
                                             const std::vector<std::string>& given,
                                             const std::vector<ParameterDeclaration>& declared,
                                             const Prefixes& prefixes);

}  // namespace dossier::repl
