// SPDX-License-Identifier: Apache-2.0
// Quads as views into the text they were parsed from, for receivers that have their own
// representation of terms and need no copies.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>

#include "dossier/quad.h"

namespace dossier {

struct TripleView;

/// A term that does not own its strings. Escapes are undone; a literal of type xsd:string
/// is a `string`, whatever way it was written.
struct TermView {
  enum class Kind : std::uint8_t { iri, blank_node, string, tagged, typed, triple };

  Kind kind = Kind::string;
  Direction direction = Direction::none;
  std::string_view value;      ///< the IRI, the label or the lexical form
  std::string_view qualifier;  ///< the language tag or the datatype IRI
  const TripleView* triple = nullptr;
};

struct TripleView {
  TermView subject;
  TermView predicate;
  TermView object;
};

struct QuadView {
  TermView subject;
  TermView predicate;
  TermView object;
  std::optional<TermView> graph;
};

Term to_term(const TermView& view);
Quad to_quad(const QuadView& view);

/// Views of terms. They are valid while the terms and this object are, and until clear().
class Viewer {
 public:
  TermView view(const Term& term);
  QuadView view(const Quad& quad);
  void clear() { triples_.clear(); }

 private:
  std::deque<TripleView> triples_;
};

}  // namespace dossier
