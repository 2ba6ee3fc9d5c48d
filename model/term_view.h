// SPDX-License-Identifier: Apache-2.0
// Terms and quads as views into a text or a page that has them, for receivers that have their own
// representation of terms, or write them, and need no copies.
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

/// A view of a term that is no triple term, valid while the term is.
TermView view_of(const Term& term) noexcept;

// Terms and views of terms by the same names, for templates over both.
inline TermView view_of(const TermView& view) noexcept { return view; }
inline bool is_triple(const Term& term) noexcept { return term.is_triple(); }
inline bool is_triple(const TermView& view) noexcept { return view.kind == TermView::Kind::triple; }
inline const Triple& parts_of(const Term& term) noexcept { return term.as_triple(); }
inline const TripleView& parts_of(const TermView& view) noexcept { return *view.triple; }

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
