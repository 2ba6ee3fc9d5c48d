// SPDX-License-Identifier: Apache-2.0
// Things by what they are called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "repl/format/result_writer.h"

namespace dossier::repl {

/// One name of one thing.
struct Name {
  Term thing;
  std::string text;
  bool label = false;  ///< rdfs:label, else skos:altLabel
};

/// Every name in the knowledge base; reads them all.
std::vector<Name> all_names(const KnowledgeBase& kb);

/// Lower case and more (Unicode case folding): texts that differ in case only become equal.
std::string folded(std::string_view text);

/// The rdfs:label of a thing, else the readable end of its IRI with "_" as spaces.
std::string label_of(const KnowledgeBase& kb, const Term& thing);

/// Where a term is to stand: a name means a relation in one place and an entity in the others.
enum class TermUse { subject, predicate, object };

/// A term as users write it: in SPARQL syntax with prefixes, or the exact name of one thing. Throws
/// Error(input) that lists the candidates of an ambiguous name, or near names of an unknown one.
Term resolve_term(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes,
                  TermUse use);

/// As resolve_term() for a name in any case; literals are no terms here.
Term resolve_entity(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes);

/// A term in SPARQL syntax, or none when the text is not one. Sets `why` when it is given.
std::optional<Term> term_in_sparql(const std::string& text, const Prefixes& prefixes,
                                   std::optional<Error>* why = nullptr);

/// An IRI as an option's value: <iri>, p:name, or an absolute IRI as it is. Throws Error(usage).
Term iri_argument(std::string_view option, const std::string& text, const Prefixes& prefixes);

}  // namespace dossier::repl
