// SPDX-License-Identifier: Apache-2.0
// Values of options: durations, sizes, counts, words.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/rdf.h"
#include "repl/format/output_format.h"

namespace dossier::repl {

// Each throws Error(usage) that names the option, the value and what is expected.

/// "10s", "500ms", "2m", "1h"; a bare number counts seconds; fractions are allowed.
std::chrono::milliseconds parse_duration(std::string_view option, std::string_view text);
/// "512M", "2G", "64K" in powers of 1024; a bare number counts bytes.
std::size_t parse_size(std::string_view option, std::string_view text);
std::uint64_t parse_count(std::string_view option, std::string_view text);
/// "union" or "strict".
DefaultGraph parse_default_graph(std::string_view text);
OutputFormat parse_output_format(std::string_view text);
RdfFormat parse_rdf_format(std::string_view text);
/// <iri>, p:name, or an absolute IRI as it is.
Term iri_argument(std::string_view option, const std::string& text, const Prefixes& prefixes);

}  // namespace dossier::repl
