// SPDX-License-Identifier: Apache-2.0
// Parses lines of N-Triples and N-Quads without creating terms, for readers such as the bulk loader
// that split a document themselves and have their own representation of terms.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "model/term_view.h"

namespace dossier {

/// Called for each statement in document order; the views are valid until it returns.
using QuadViewSink = std::function<void(const QuadView&)>;
/// Called for each line that is not well-formed: what is wrong, positioned in the text, and the
/// line without its end. Reading continues after it.
using BadLineSink = std::function<void(const Error&, std::string_view line)>;

/// The line ends in `text`: a line feed, a carriage return, or both together.
std::uint64_t count_lines(std::string_view text);

/// Reads whole lines of a document; `options.format` is N-Triples or N-Quads. Without `bad`, throws
/// Error(syntax) at the first line that is not well-formed; statements before it have been
/// delivered.
void parse_lines(std::string_view text, const RdfOptions& options, const QuadViewSink& sink,
                 const BadLineSink& bad = {});

}  // namespace dossier
