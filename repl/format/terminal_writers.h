// SPDX-License-Identifier: Apache-2.0
// The writers for people at a terminal; all other formats are in engine/results.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <ostream>

#include "dossier/prefixes.h"
#include "dossier/results_sink.h"

namespace dossier::repl {

/// What these writers know about the place where their output is shown.
struct Layout {
  std::optional<std::size_t> width;  ///< columns of the terminal; unset: nothing is ever cut
  Prefixes prefixes;                 ///< IRIs are shown with these
};

/// `out` must outlive the writer. The table keeps its first rows until it knows its widths.
std::unique_ptr<ResultsSink> make_table_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultsSink> make_line_writer(std::ostream& out, Layout layout);

}  // namespace dossier::repl
