// SPDX-License-Identifier: Apache-2.0
// Actions of the N-Triples and N-Quads grammar.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "dossier/quad.h"
#include "parser/rdf/nquads_grammar.h"
#include "parser/rdf/term_builder.h"

namespace dossier::nquads {

/// The line read so far.
struct LineBuilder : TermBuilder {
  std::optional<Quad> quad;
  std::vector<Triple> open_triples;
  std::size_t max_nesting = 0;

  void open_triple(std::string_view where) {
    if (open_triples.size() == max_nesting) {
      throw Error::in_text(ErrorCode::limit, "triple terms are nested too deeply", text(),
                           static_cast<std::uint64_t>(where.data() - text().data()));
    }
    open_triples.emplace_back();
  }
  void close_triple() {
    set_term(Term::triple(std::move(open_triples.back())));
    open_triples.pop_back();
  }
};

template <typename Rule>
struct action {};

template <>
struct action<IRIREF> {
  template <typename Input>
  static void apply(const Input& in, LineBuilder& b) {
    b.absolute_iri(in.string_view());
  }
};
template <>
struct action<BLANK_NODE_LABEL> {
  template <typename Input>
  static void apply(const Input& in, LineBuilder& b) {
    b.blank_node_label(in.string_view());
  }
};
template <>
struct action<STRING_LITERAL_QUOTE> {
  template <typename Input>
  static void apply(const Input& in, LineBuilder& b) {
    b.string(in.string_view());
  }
};
template <>
struct action<LANG_DIR> {
  template <typename Input>
  static void apply(const Input& in, LineBuilder& b) {
    b.language(in.string_view());
  }
};
template <>
struct action<datatype> {
  template <typename Input>
  static void apply(const Input& in, LineBuilder& b) {
    b.absolute_iri(in.string_view());
    b.datatype(in.string_view());
  }
};
template <>
struct action<subject> {
  static void apply0(LineBuilder& b) { b.quad.emplace().subject = b.take_term(); }
};
template <>
struct action<predicate> {
  static void apply0(LineBuilder& b) { b.quad->predicate = b.take_term(); }
};
template <>
struct action<object> {
  static void apply0(LineBuilder& b) { b.quad->object = b.take_term(); }
};
template <>
struct action<graphLabel> {
  static void apply0(LineBuilder& b) { b.quad->graph = b.take_term(); }
};
template <>
struct action<triple_open> {
  template <typename Input>
  static void apply(const Input& in, LineBuilder& b) {
    b.open_triple(in.string_view());
  }
};
template <>
struct action<ttSubject> {
  static void apply0(LineBuilder& b) { b.open_triples.back().subject = b.take_term(); }
};
template <>
struct action<ttPredicate> {
  static void apply0(LineBuilder& b) { b.open_triples.back().predicate = b.take_term(); }
};
template <>
struct action<ttObject> {
  static void apply0(LineBuilder& b) { b.open_triples.back().object = b.take_term(); }
};
template <>
struct action<tripleTerm> {
  static void apply0(LineBuilder& b) { b.close_triple(); }
};

}  // namespace dossier::nquads
