// SPDX-License-Identifier: Apache-2.0
// A document read in other ways, all of which must give the same quads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/quad.h"
#include "dossier/rdf.h"

namespace dossier::w3c {

struct Document {
  std::string_view text;
  RdfFormat format = RdfFormat::nquads;
  std::string base;
};

/// Throws Error as parse_rdf() does.
std::vector<Quad> quads_of(const Document& document);
std::string canonical(const std::vector<Quad>& quads);

/// `quads` are those of the document. Reads it as a stream and through windows of a few bytes;
/// N-Triples and N-Quads by the lexer and by the grammar alone; N-Triples as the three languages
/// that contain it, and Turtle as TriG. Writes the quads in every syntax that can hold them and
/// reads that. Says which way gave other quads, or failed, and shows both; none when all agree.
std::optional<std::string> find_other_reading(const Document& document,
                                              const std::vector<Quad>& quads);

/// As find_other_reading(), for one reading: `name` gave `other`.
std::optional<std::string> compare_readings(const std::string& name, const std::vector<Quad>& quads,
                                            const std::vector<Quad>& other);

}  // namespace dossier::w3c
