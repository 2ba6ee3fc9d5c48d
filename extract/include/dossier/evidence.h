// SPDX-License-Identifier: Apache-2.0
// Why a fact is believed: the sentences it was read from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"

namespace dossier {

/// One reifier of a fact with its sentence. Strings are empty where the knowledge base has no
/// value.
struct Evidence {
  Triple fact;
  Term document;
  Term sentence;
  std::string headline, date;
  std::string speaker;        ///< label of who says the sentence, or "Question"
  std::string attributed_to;  ///< label of who claims the fact
  std::string text;           ///< the sentence
  /// Code point ranges into `text` of subject, predicate and object, in the order of the text; for
  /// marking.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
  std::string polarity, modality, time, time_end, place;
  std::optional<double> confidence;
  bool asserted = false;  ///< the triple itself stands in the graph
};

/// The evidence of all facts that match; an empty optional matches any term. Ordered by document
/// and sentence.
DOSSIER_API std::vector<Evidence> evidence_of(const KnowledgeBase& kb,
                                              const std::optional<Term>& subject,
                                              const std::optional<Term>& predicate,
                                              const std::optional<Term>& object);

/// The entities whose rdfs:label or skos:altLabel is exactly `name`; labels first, then by IRI.
DOSSIER_API std::vector<Term> entities_named(const KnowledgeBase& kb, const std::string& name);

}  // namespace dossier
