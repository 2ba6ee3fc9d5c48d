// SPDX-License-Identifier: Apache-2.0
// Triples, and triples in a graph.
#pragma once

#include <compare>
#include <optional>

#include "dossier/export.h"
#include "dossier/term.h"

namespace dossier {

/// A triple and the graph that contains it; no graph means the default graph.
struct Quad {
  Term subject;
  Term predicate;
  Term object;
  std::optional<Term> graph;

  friend bool operator==(const Quad&, const Quad&) = default;
  friend std::strong_ordering operator<=>(const Quad&, const Quad&) = default;
};

}  // namespace dossier
