// SPDX-License-Identifier: Apache-2.0
// Actions of the Turtle and TriG grammars.
#pragma once

#include "model/vocabulary.h"
#include "parser/rdf/turtle_builder.h"
#include "parser/rdf/turtle_grammar.h"

namespace dossier::turtle {

template <typename Rule>
struct action {};

/// Calls a member function of the builder with the matched text, or without.
template <auto Call>
struct with_text {
  template <typename Input>
  static void apply(const Input& in, TurtleBuilder& builder) {
    (builder.*Call)(in.string_view());
  }
};
template <auto Call>
struct call {
  static void apply0(TurtleBuilder& builder) { (builder.*Call)(); }
};
template <const std::string_view& Datatype>
struct typed_literal {
  template <typename Input>
  static void apply(const Input& in, TurtleBuilder& builder) {
    builder.typed(in.string_view(), Datatype);
  }
};

// ---- Terms ----
template <>
struct action<IRIREF> : with_text<&TurtleBuilder::iri> {};
template <>
struct action<PrefixedName> : with_text<&TurtleBuilder::prefixed_name> {};
template <>
struct action<BLANK_NODE_LABEL> : with_text<&TurtleBuilder::blank_node_label> {};
template <>
struct action<ANON> : call<&TurtleBuilder::anonymous> {};
template <>
struct action<String> : with_text<&TurtleBuilder::string> {};
template <>
struct action<LANG_DIR> : with_text<&TurtleBuilder::language> {};
template <>
struct action<datatype> : with_text<&TurtleBuilder::datatype> {};
template <>
struct action<INTEGER> : typed_literal<vocabulary::xsd::kInteger> {};
template <>
struct action<DECIMAL> : typed_literal<vocabulary::xsd::kDecimal> {};
template <>
struct action<DOUBLE> : typed_literal<vocabulary::xsd::kDouble> {};
template <>
struct action<BooleanLiteral> : typed_literal<vocabulary::xsd::kBoolean> {};
template <>
struct action<a_keyword> {
  static void apply0(TurtleBuilder& builder) {
    builder.set_term(Term::iri(std::string(vocabulary::rdf::kType)));
  }
};

// ---- Triple terms and reified triples ----
template <>
struct action<triple_term_open> : with_text<&TurtleBuilder::open_triple> {};
template <>
struct action<ttSubject> : call<&TurtleBuilder::set_subject> {};
template <>
struct action<ttVerb> : call<&TurtleBuilder::set_predicate> {};
template <>
struct action<ttObject> : call<&TurtleBuilder::set_object> {};
template <>
struct action<tripleTerm> : call<&TurtleBuilder::close_triple_term> {};
template <>
struct action<reified_open> : with_text<&TurtleBuilder::open_triple> {};
template <>
struct action<rtSubject> : call<&TurtleBuilder::set_subject> {};
template <>
struct action<rtObject> : call<&TurtleBuilder::set_object> {};
template <>
struct action<reifiedTriple> : call<&TurtleBuilder::close_reified_triple> {};
template <>
struct action<reifier_mark> : call<&TurtleBuilder::reifier_mark> {};
template <>
struct action<reifier_name> : call<&TurtleBuilder::reifier_name> {};
template <>
struct action<annotation_reifier> : call<&TurtleBuilder::annotate> {};
template <>
struct action<annotation_open> : with_text<&TurtleBuilder::open_annotation> {};
template <>
struct action<annotationBlock> : call<&TurtleBuilder::close_annotation> {};

// ---- Triples ----
template <>
struct action<subject> : with_text<&TurtleBuilder::open_subject> {};
template <>
struct action<telling_subject> : with_text<&TurtleBuilder::open_subject> {};
template <>
struct action<verb> : call<&TurtleBuilder::set_predicate> {};
template <>
struct action<object> : call<&TurtleBuilder::add_object> {};
template <>
struct action<property_list_open> : with_text<&TurtleBuilder::open_property_list> {};
template <>
struct action<blankNodePropertyList> : call<&TurtleBuilder::close_property_list> {};
template <>
struct action<collection_open> : with_text<&TurtleBuilder::open_collection> {};
template <>
struct action<collection_item> : call<&TurtleBuilder::add_item> {};
template <>
struct action<collection> : call<&TurtleBuilder::close_collection> {};

// ---- Directives ----
template <>
struct action<prefix_name> : with_text<&TurtleBuilder::prefix_name> {};
template <>
struct action<declared_iri> : with_text<&TurtleBuilder::iri> {};
template <>
struct action<prefix_declaration> : call<&TurtleBuilder::declare_prefix> {};
template <>
struct action<base_declaration> : call<&TurtleBuilder::declare_base> {};

// ---- TriG ----
template <>
struct action<as_subject> : with_text<&TurtleBuilder::open_subject> {};
template <>
struct action<collection_subject> : with_text<&TurtleBuilder::open_subject> {};
template <>
struct action<named_graph_open> : call<&TurtleBuilder::enter_graph> {};
template <>
struct action<default_graph_open> : call<&TurtleBuilder::enter_default_graph> {};
template <>
struct action<graph_close> : call<&TurtleBuilder::leave_graph> {};

}  // namespace dossier::turtle
