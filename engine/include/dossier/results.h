// SPDX-License-Identifier: Apache-2.0
// Writing the results of queries: JSON, XML, CSV, TSV, JSON Lines and Markdown for rows, RDF for
// triples. Installed as <dossier/results.h>.
//
//   dossier::QueryResult result = kb.query("SELECT ?who WHERE { ?who r:visit e:Oslo }");
//   dossier::write_results(result, "json", std::cout);
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

#include "dossier/export.h"
#include "dossier/prefixes.h"
#include "dossier/query.h"
#include "dossier/rdf_format.h"
#include "dossier/results_sink.h"

namespace dossier {

/// One way to write results. A format of rows holds rows, truth values, and triples as rows of
/// subject, predicate and object; an RDF format holds triples only.
struct ResultFormat {
  std::string_view name;                          ///< "json"
  std::span<const std::string_view> endings;      ///< of files, without the dot
  std::span<const std::string_view> media_types;  ///< the first is the one to send
  /// Set for the RDF formats.
  std::optional<RdfFormat> rdf;
  /// A writer of rows; null for the RDF formats. `out` must outlive the writer. It writes one valid
  /// document and streams it; formats that shorten IRIs use `prefixes`.
  std::unique_ptr<ResultsSink> (*make_writer)(std::ostream& out, const Prefixes& prefixes);
};

/// json, xml, csv, tsv, jsonlines, markdown, nt, nq, ttl, trig, rdfxml. They are never destroyed.
DOSSIER_API std::span<const ResultFormat> result_formats();

/// By name, by ending, or by a long name of an RDF format ("turtle"); null when there is none.
DOSSIER_API const ResultFormat* find_result_format(std::string_view name) noexcept;
/// As above; throws Error(usage) that lists the formats when there is none.
DOSSIER_API const ResultFormat& result_format(std::string_view name);
/// The format of a media type, its parameters and case ignored; null when there is none.
DOSSIER_API const ResultFormat* result_format_of_media_type(std::string_view media_type);

/// A writer of rows. Throws Error(usage) for a name that is no format of rows. XML cannot hold some
/// characters: row() throws Error(unsupported) for them. CSV and TSV write "true" or "false" for a
/// truth value, Markdown "yes" or "no".
DOSSIER_API std::unique_ptr<ResultsSink> make_results_writer(
    std::ostream& out, std::string_view format, const Prefixes& prefixes = predeclared_prefixes());

/// Called with each row of a SELECT before it is written; false ends the result before that row.
using RowHook = std::function<bool(const Row&)>;

struct WrittenResults {
  std::uint64_t count = 0;  ///< rows or triples; a truth value counts as one
  bool more = false;        ///< the hook ended the result
};

/// Reads `result` to its end and writes it as one document; the result's prefixes shorten IRIs.
/// Throws Error(usage) for an unknown format and for rows or a truth value in an RDF format, and
/// whatever reading the result throws: nothing is written when its first row fails.
DOSSIER_API WrittenResults write_results(QueryResult& result, std::string_view format,
                                         std::ostream& out, const RowHook& hook = {});
DOSSIER_API WrittenResults write_results(QueryResult& result, const ResultFormat& format,
                                         std::ostream& out, const RowHook& hook = {});
/// The same into any sink; triples arrive as rows of subject, predicate and object.
DOSSIER_API WrittenResults write_results(QueryResult& result, ResultsSink& sink,
                                         const RowHook& hook = {});

}  // namespace dossier
