// The writers behind make_rdf_writer().
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "parser/rdf/write.h"

namespace dossier {

/// Appends the N-Triples form of a term.
void append_term(std::string& out, const Term& term);
/// Appends "@tag" and the base direction of a tagged literal.
void append_language(std::string& out, const Term& term);

class LineWriter : public RdfWriter {
 public:
  LineWriter(std::ostream& out, bool with_graph) : out_(out), with_graph_(with_graph) {}
  void write(const Quad& quad) override;
  void finish() override;

 private:
  static constexpr std::size_t kFlushAt = std::size_t{1} << 16;
  void flush();

  std::ostream& out_;
  bool with_graph_;
  std::string text_;
};

/// Turtle, and TriG when `with_graph`: a graph's block, a subject, a predicate are each opened once
/// for neighbouring quads that share them.
class TurtleWriter : public RdfWriter {
 public:
  using Prefixes = std::vector<std::pair<std::string, std::string>>;

  TurtleWriter(std::ostream& out, bool with_graph, Prefixes prefixes);
  void write(const Quad& quad) override;
  void finish() override;

 private:
  static constexpr std::size_t kFlushAt = std::size_t{1} << 16;
  void write_prefixes();
  void enter_graph(const std::optional<Term>& graph);
  void close_subject();
  void append(const Term& term);
  void append_iri(const std::string& iri);
  void append_literal(const Term& term);
  std::string_view indent() const { return graph_ ? "    " : ""; }

  std::ostream& out_;
  bool with_graph_;
  Prefixes prefixes_;  ///< longest namespace first
  std::string text_;
  std::optional<Term> graph_;
  std::optional<Term> subject_;
  std::optional<Term> predicate_;
};

}  // namespace dossier
