// SPDX-License-Identifier: Apache-2.0
// The writers behind make_rdf_writer().
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "model/output_buffer.h"
#include "model/term_text.h"
#include "parser/rdf/names.h"
#include "parser/rdf/write.h"

namespace dossier {

class LineWriter : public RdfWriter {
 public:
  /// `canonical`: language tags in lower case.
  LineWriter(std::ostream& out, bool with_graph, bool canonical)
      : text_(out),
        with_graph_(with_graph),
        style_{.blank_node = append_blank_node, .lower_case_tags = canonical} {}
  void write(const Quad& quad) override;
  void finish() override;

 private:
  OutputBuffer text_;
  bool with_graph_;
  TermStyle style_;
};

/// Turtle, and TriG when `with_graph`: a graph's block, a subject, a predicate are each opened once
/// for neighbouring quads that share them. A quad that reifies the triple before it becomes its
/// annotation ("~ name"), and so do the quads about that name which follow ("{| ... |}").
class TurtleWriter : public RdfWriter {
 public:
  using Prefixes = std::vector<std::pair<std::string, std::string>>;

  TurtleWriter(std::ostream& out, bool with_graph, Prefixes prefixes);
  void write(const Quad& quad) override;
  void finish() override;

 private:
  static constexpr std::size_t kLongestStatement = std::size_t{1} << 20;  ///< but for one quad
  void write_prefixes();
  void enter_graph(const std::optional<Term>& graph);
  void close_subject();
  bool is_reification(const Quad& quad) const;
  void write_statement(const Quad& quad);
  void write_in_block(const Quad& quad);
  void close_block();
  void append_predicate(const Term& predicate);
  void append(const Term& term);
  void append_node(std::string_view label);
  void append_iri(const std::string& iri);
  void append_literal(const Term& term);
  std::string_view indent() const { return graph_ ? "    " : ""; }

  OutputBuffer text_;
  bool with_graph_;
  Prefixes prefixes_;          ///< longest namespace first
  std::uint64_t written_ = 0;  ///< bytes of the statement so far
  std::optional<Term> graph_;
  std::optional<Term> subject_;
  std::optional<Term> predicate_;
  std::optional<Term> object_;           ///< of the triple written last, unless it is long
  std::optional<Term> reifier_;          ///< of that triple, when an annotation names one
  std::optional<Term> block_predicate_;  ///< of the annotation's open block
};

/// RDF/XML 1.2: an rdf:Description for neighbouring triples of one subject. Throws
/// Error(unsupported) for a predicate that XML cannot name and a character that XML does not have.
class RdfXmlWriter : public RdfWriter {
 public:
  RdfXmlWriter(std::ostream& out, std::vector<std::pair<std::string, std::string>> prefixes);
  void write(const Quad& quad) override;
  void finish() override;

 private:
  void begin_document();
  void open_subject(const Term& subject);
  void write_property(const Term& predicate, const Term& object);
  void append_node(const char* attribute, const Term& node);
  void append_object(const std::string& element, const Term& object);
  void append_literal(const std::string& element, const Term& literal);
  void append_attribute(std::string_view name, std::string_view value);
  std::string element_of(const std::string& predicate);

  OutputBuffer text_;
  std::vector<std::pair<std::string, std::string>> prefixes_;
  std::map<std::string, std::size_t> nodes_;  ///< blank nodes by label: any label gets a name
  bool begun_ = false;
  std::optional<Term> subject_;
};

}  // namespace dossier
