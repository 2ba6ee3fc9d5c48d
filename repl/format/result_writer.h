// SPDX-License-Identifier: Apache-2.0
// Where the rows of a query go: one interface, one implementation a format.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/results/results.h"

namespace dossier::repl {

/// Prefix name -> IRI, the first entry of a name wins.
using Prefixes = std::vector<std::pair<std::string, std::string>>;

/// Writes one result as one valid document. Streams: keeps no more rows than a layout needs to be
/// fixed.
using ResultWriter = ResultsSink;

/// What the formats for people know about the place they are shown at. The others ignore it.
struct Layout {
  std::optional<std::size_t> width;  ///< columns of the terminal; unset: nothing is ever cut
  Prefixes prefixes;                 ///< IRIs are shown with these
};

/// `out` must outlive the writer.
template <ResultsFormat format>
std::unique_ptr<ResultWriter> make_standard_writer(std::ostream& out, Layout) {
  return make_results_writer(out, format);
}
std::unique_ptr<ResultWriter> make_table_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_json_lines_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_markdown_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_line_writer(std::ostream& out, Layout layout);

}  // namespace dossier::repl
