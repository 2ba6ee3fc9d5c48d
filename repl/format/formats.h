// SPDX-License-Identifier: Apache-2.0
// The output formats by name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/rdf.h"
#include "repl/format/result_writer.h"

namespace dossier::repl {

/// How a result is written: rows and truth values by one of our formats, or triples as RDF.
struct OutputFormat {
  std::string_view name;
  /// Writes rows; null for the RDF formats.
  std::unique_ptr<ResultWriter> (*make_rows)(std::ostream&, Layout) = nullptr;
  /// Set for the RDF formats.
  std::optional<RdfFormat> rdf;
  /// Meant for people: widths, prefixes, a line of timing below.
  bool for_people = false;

  friend bool operator==(const OutputFormat& a, const OutputFormat& b) { return a.name == b.name; }
};

/// The format of a word, also under its longer name ("ntriples", "turtle", "md"); none when
/// unknown.
std::optional<OutputFormat> output_format_named(std::string_view word);

/// The names of all formats, or of those for rows only, for messages and completion.
std::vector<std::string> output_format_names();
std::string row_format_list();

}  // namespace dossier::repl
