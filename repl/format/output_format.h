// SPDX-License-Identifier: Apache-2.0
// The formats of --format and .mode: those of the engine and two for terminals.
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/results.h"
#include "repl/format/terminal_writers.h"

namespace dossier::repl {

struct OutputFormat {
  std::string_view name;
  /// Null for the formats for terminals.
  const ResultFormat* standard = nullptr;
  /// Set for the formats for terminals.
  std::unique_ptr<ResultsSink> (*make_terminal_writer)(std::ostream&, Layout) = nullptr;

  /// For people to read: a line with the number of rows follows on a terminal.
  bool for_people() const { return standard == nullptr; }
  /// Holds triples only.
  bool is_rdf() const { return standard != nullptr && standard->rdf.has_value(); }
  /// Only for formats of rows.
  std::unique_ptr<ResultsSink> make_writer(std::ostream& out, const Layout& layout) const;

  friend bool operator==(const OutputFormat& a, const OutputFormat& b) { return a.name == b.name; }
};

/// By name, ending or long name ("ntriples", "turtle", "md"); none when unknown.
std::optional<OutputFormat> output_format_named(std::string_view word);

/// The names of all formats, or of those for rows only, for messages and completion.
std::vector<std::string> output_format_names();
std::string row_format_list();

/// As dossier::write_results(). `layout` is for the formats for terminals and the prefixes of all.
WrittenResults write_result(QueryResult& result, const OutputFormat& format, std::ostream& out,
                            const Layout& layout, const RowHook& hook = {});

/// The same with the names of things in place of their IRIs, in formats of rows.
WrittenResults write_named_result(const KnowledgeBase& kb, QueryResult& result,
                                  const OutputFormat& format, std::ostream& out,
                                  const Layout& layout, const RowHook& hook = {});

}  // namespace dossier::repl
