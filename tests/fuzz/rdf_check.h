// SPDX-License-Identifier: Apache-2.0
// The demands on a parser of RDF: an Error with words and a place, or quads that N-Quads and TriG
// give back as they were.
#pragma once

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "dossier/rdf.h"
#include "parser/rdf/write.h"
#include "tests/fuzz/demand.h"

namespace dossier::fuzz {

inline std::vector<Quad> read_rdf(std::string_view text, RdfFormat format) {
  std::vector<Quad> quads;
  RdfOptions options;
  options.format = format;
  options.base = "http://base.example/dir/file";
  options.max_nesting = 100;
  parse_rdf(text, options, [&](Quad&& quad) {
    quads.push_back({unlabelled(quad.subject), unlabelled(quad.predicate), unlabelled(quad.object),
                     std::nullopt});
    if (quad.graph) quads.back().graph = unlabelled(*quad.graph);
  });
  return quads;
}

inline void check_round_trip(const std::vector<Quad>& quads, RdfFormat format) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, format, {{"", "http://base.example/dir/"}, {"x", "x:"}});
  for (const Quad& quad : quads) writer->write(quad);
  writer->finish();
  try {
    demand(read_rdf(out.str(), format) == quads, "what was written is read as something else");
  } catch (const Error& error) {
    // Triple terms may nest a level deeper than what they were written as.
    demand(error.code() == ErrorCode::limit, error.what());
  }
}

inline void check_rdf(std::string_view text, RdfFormat format, bool positioned = true) {
  std::vector<Quad> quads;
  try {
    quads = read_rdf(text, format);
  } catch (const Error& error) {
    check_error(error, text, positioned);
    return;
  }
  check_round_trip(quads, RdfFormat::nquads);
  check_round_trip(quads, RdfFormat::trig);
}

}  // namespace dossier::fuzz
