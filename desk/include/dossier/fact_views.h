// SPDX-License-Identifier: Apache-2.0
// The view of facts: what documents say, a row for each time it is said. Part of <dossier/views.h>,
// which has what is common to all views.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"

namespace dossier {

/// When something is so. When the text's time could not be resolved, there is only `text`.
struct Period {
  std::string from, to;  ///< first and last day, "2024-03-11"; empty: open
  std::string time;      ///< the beginning, as precise as the text: "2024-03"
  std::string text;      ///< as written: "on Monday"; may be empty
  bool empty() const { return from.empty() && to.empty() && time.empty() && text.empty(); }
};
/// As people write it: "11–18 Nov 2020", "since 2018", "March 2024", "until 2026", "on Monday"; ""
/// for an empty one.
DOSSIER_API std::string period_text(const Period& period);

struct FactsRequest {
  std::optional<Term> subject = {};
  std::vector<Term> predicates = {};  ///< any of these; empty: any relation
  std::optional<Term> object = {};
  std::optional<Term> about = {};  ///< as subject or as object
  std::string saying = {};  ///< "asserted", "denied", or a modality ("planned"); empty: whatever
  std::string since = {};   ///< from this day on: the fact's own day, else the document's
  std::string until = {};
  std::optional<Term> document = {};
  std::optional<Term> speaker = {};  ///< who says it: of the sentence, or to whom it is attributed
  std::optional<Term> entity_class = {};  ///< of subject or object
  double min_confidence = 0;
  bool names_only = false;  ///< subject and object are named things
  std::size_t most = 100;
  std::size_t skip = 0;
};

struct FactRow {
  Term fact;  ///< the reifier
  Triple triple;
  std::string subject, predicate, object;  ///< as people read them; object "" for a bare verb
  std::string polarity, modality;          ///< "negative"; "planned"; "" when there is none
  bool asserted = false;                   ///< the triple itself stands in the knowledge base
  Period time;
  std::string place;
  Term document, sentence;
  std::string headline, date;        ///< of the document; date "" when unknown
  std::string text;                  ///< of the sentence
  std::uint64_t begin = 0, end = 0;  ///< of the sentence, in code points of the document's text
  /// [begin, end) in code points of `text`; both 0 when the sentence has no such words.
  std::pair<std::uint32_t, std::uint32_t> subject_span, predicate_span, object_span;
  std::string speaker, attributed_to;  ///< labels; "" when there is none
  /// The things with those labels, and the place.
  std::optional<Term> speaker_thing, attributed_to_thing, place_thing;
  std::uint64_t index = 0;  ///< of the sentence
  std::uint64_t page = 0;   ///< 0: the document has no pages
  std::optional<double> confidence;
  /// What else the clause says: "to", whom. Views of documents and of time alone have them.
  std::vector<std::pair<std::string, Term>> arguments;
  /// "denied", "planned", "denied, planned"; "" when it is just asserted.
  std::string qualifier() const;
  /// "asserted", "denied", or the modality, whether the fact is denied or not.
  std::string status() const;
};

/// A value of a facet, with the number of facts that have it.
struct FacetCount {
  Term value;
  std::string name;
  std::uint64_t facts = 0;
};
struct Facet {
  std::string_view name;           ///< "class", "relation", "modality", "speaker", "document"
  std::vector<FacetCount> counts;  ///< most first, at most 20
};

struct Facts {
  std::vector<FactRow> rows;  ///< by the document's date, then in its order
  std::uint64_t all = 0;      ///< that match, shown or not
};

/// Facts that match. Throws Error(usage) for a `since` or `until` that is no day, and what
/// KnowledgeBase::query() throws.
DOSSIER_API Facts facts(const KnowledgeBase& kb, const FactsRequest& request,
                        const QueryOptions& options = {});
/// How many of the facts that match have which class, relation, modality, speaker, document. `most`
/// and `skip` do not count.
DOSSIER_API std::vector<Facet> fact_facets(const KnowledgeBase& kb, const FactsRequest& request,
                                           const QueryOptions& options = {});
/// One fact by its reifier; none when there is no such fact.
DOSSIER_API std::optional<FactRow> fact_row(const KnowledgeBase& kb, const Term& fact,
                                            const QueryOptions& options = {});

/// The modalities that facts can have, and "asserted" and "denied": values of FactsRequest::saying.
DOSSIER_API const std::vector<std::string>& sayings();

}  // namespace dossier
