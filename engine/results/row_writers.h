// SPDX-License-Identifier: Apache-2.0
// The writers that are not SPARQL 1.1 result formats. Private to engine/results.
#pragma once

#include <memory>
#include <ostream>

#include "dossier/results.h"

namespace dossier::results {

std::unique_ptr<ResultsSink> make_json_lines_writer(std::ostream& out, const Prefixes& prefixes);
std::unique_ptr<ResultsSink> make_plain_json_lines_writer(std::ostream& out,
                                                          const Prefixes& prefixes);
/// For triples alone: begin() throws Error(usage) for other columns, row() Error(input) for a
/// triple term, which JSON-LD cannot hold.
std::unique_ptr<ResultsSink> make_jsonld_writer(std::ostream& out, const Prefixes& prefixes);
std::unique_ptr<ResultsSink> make_markdown_writer(std::ostream& out, const Prefixes& prefixes);

}  // namespace dossier::results
