// SPDX-License-Identifier: Apache-2.0
// Why a fact is believed: the sentences it was read from.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/query.h"

namespace dossier {

/// One reifier of a fact with its sentence. Strings are empty where the knowledge base has no
/// value.
struct Evidence {
  Triple fact;
  Term document;
  Term sentence;
  std::string headline;
  std::string date;           ///< of the document, with the time of day when it has one
  std::string source_file;    ///< the document's file name
  std::string speaker;        ///< label of who says the sentence, or "Question"
  std::string attributed_to;  ///< label of who claims the fact
  std::string text;           ///< the sentence
  /// Where the sentence stands: [begin, end) in code points of the document's text.
  std::uint64_t begin = 0, end = 0;
  /// Code point ranges into `text` of subject, predicate and object, in the order of the text; for
  /// marking.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
  std::string polarity, modality, place;
  std::string time;                ///< with the precision of the text: a day, a month, a year
  std::string time_from, time_to;  ///< its first and last day; empty: open, or unknown
  std::string time_text;           ///< as written
  std::optional<double> confidence;
  bool asserted = false;  ///< the triple itself stands in the graph
};

/// Facts to find; an empty member matches any term.
struct FactPattern {
  std::optional<Term> subject = {};
  std::optional<Term> predicate = {};
  std::optional<Term> object = {};
};

struct EvidenceOptions {
  std::size_t offset = 0;                 ///< pieces of evidence to leave out, from the first
  std::optional<std::size_t> limit = {};  ///< pieces of evidence to return at most
  CancellationToken cancellation = {};    ///< raised: Error(cancelled)
  std::optional<std::chrono::milliseconds> timeout = {};  ///< longer: Error(timeout)
};

/// The evidence of the facts that match, ordered by document IRI and then by sentence. The order is
/// the same for every offset and limit. Only what is returned is read as a whole, so a small limit
/// is fast.
///
/// Sees one state of the knowledge base. Any thread may call it, also while another writes. Throws
/// Error(storage) when the knowledge base cannot be read.
DOSSIER_API std::vector<Evidence> evidence_of(const KnowledgeBase& kb, const FactPattern& pattern,
                                              const EvidenceOptions& options);
/// All of it.
DOSSIER_API std::vector<Evidence> evidence_of(const KnowledgeBase& kb,
                                              const std::optional<Term>& subject,
                                              const std::optional<Term>& predicate,
                                              const std::optional<Term>& object);

/// The entities whose rdfs:label or skos:altLabel is exactly `name`; labels first, then by IRI.
/// Threads and errors as evidence_of().
DOSSIER_API std::vector<Term> entities_named(const KnowledgeBase& kb, const std::string& name);

}  // namespace dossier
