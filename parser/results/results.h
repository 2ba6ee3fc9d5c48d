// SPDX-License-Identifier: Apache-2.0
// SPARQL query results as documents: JSON, XML, CSV and TSV (SPARQL 1.1, with the triple terms and
// base directions of SPARQL 1.2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/results_sink.h"
#include "dossier/term.h"
#include "model/term_view.h"

namespace dossier {

enum class ResultsFormat : std::uint8_t { json, xml, csv, tsv };

/// Writes one valid document and streams it. `out` must outlive the writer. XML can't carry some
/// characters: row() throws Error(unsupported) then. CSV and TSV have no truth values; "true" or
/// "false" is written.
std::unique_ptr<ResultsSink> make_results_writer(std::ostream& out, ResultsFormat format);

/// A writer to which the terms of many rows can come written, each of them written once.
class WrittenTermsSink : public ResultsSink {
 public:
  /// Appends a term as row() writes it, wherever it stands. Throws as row().
  virtual void append(std::string& out, const TermView& term) const = 0;
  /// As row(), from terms that append() has written; without data() where a value is unbound.
  /// They may stay in the writer until flush() or end().
  virtual void written_row(std::span<const std::string_view> terms) = 0;
  virtual void flush() = 0;
};

/// Appends a term as the JSON format writes it: {"type":"uri","value":"..."} and the like. Out
/// is a std::string or an OutputBuffer.
template <typename Out>
void append_json_term(Out& out, const Term& term);
template <typename Out>
void append_json_term(Out& out, const TermView& term);

/// Called often while a result is read, with the bytes of memory that are held for the row or text
/// being read. What it throws ends the reading.
using ResultsWatch = std::function<void(std::size_t held)>;

/// Reads a whole document into `sink`. Throws Error(syntax), positioned in `text`, if it breaks
/// the format, has an invalid term (a relative IRI, a malformed language tag) or more than 10,000
/// variables, and Error(limit) for triple terms nested more than `max_nesting` deep; rows before
/// the fault may have been delivered. In CSV, where terms have no types, "_:x" is a blank node,
/// anything else a string, and an empty field unbound. The truth values of CSV and TSV cannot be
/// distinguished from a result without rows, and are read as one.
void parse_results(std::string_view text, ResultsFormat format, ResultsSink& sink,
                   std::size_t max_nesting = 500, const ResultsWatch& watch = {});

/// The format that a media type names, parameters aside; none when unknown.
std::optional<ResultsFormat> results_format_of_media_type(std::string_view media_type);

}  // namespace dossier
