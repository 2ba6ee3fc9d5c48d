// SPDX-License-Identifier: Apache-2.0
// Quads as ids, as storage keeps them and the engine joins them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

#include "model/term_id.h"

namespace dossier {

/// The columns of a quad, in the order of IdQuad.
enum class Position : std::uint8_t { subject = 0, predicate = 1, object = 2, graph = 3 };

/// A quad of ids. `graph` is TermId::default_graph() for the default graph.
struct IdQuad {
  TermId subject;
  TermId predicate;
  TermId object;
  TermId graph = TermId::default_graph();

  TermId operator[](Position position) const noexcept {
    switch (position) {
      case Position::subject:
        return subject;
      case Position::predicate:
        return predicate;
      case Position::object:
        return object;
      case Position::graph:
        return graph;
    }
    return {};
  }

  friend bool operator==(const IdQuad&, const IdQuad&) = default;
  friend std::strong_ordering operator<=>(const IdQuad&, const IdQuad&) = default;
};

}  // namespace dossier
