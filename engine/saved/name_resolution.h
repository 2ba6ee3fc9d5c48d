// SPDX-License-Identifier: Apache-2.0
// Terms as people write them: in Turtle syntax, or by the name of a thing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"

namespace dossier {

/// One name of one thing.
struct Name {
  Term thing;
  std::string text;
  bool label = false;  ///< rdfs:label; otherwise skos:altLabel
};

/// Every name in the knowledge base; reads them all.
std::vector<Name> all_names(const KnowledgeBase& kb);

/// Unicode case folding: texts that differ in case only become equal.
std::string folded(std::string_view text);

/// The rdfs:label of a thing; without one, the last part of its IRI with "_" as spaces.
std::string label_of(const KnowledgeBase& kb, const Term& thing);

/// Where a term is used: a name means a relation as a predicate, another thing elsewhere.
enum class TermUse { subject, predicate, object };

/// A term in Turtle syntax with prefixes, or the exact name (rdfs:label or skos:altLabel) of one
/// thing. Throws Error(input) that lists the candidates of an ambiguous name, or similar names when
/// nothing is called so.
Term resolve_term(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes,
                  TermUse use);

/// As resolve_term(), for an entity: a quoted text is a name, and names match in any case.
Term resolve_entity(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes);

/// A term in Turtle syntax; none when the text is not one. Sets `why` when it is given.
std::optional<Term> parsed_term(const std::string& text, const Prefixes& prefixes,
                                std::optional<Error>* why = nullptr);

}  // namespace dossier
