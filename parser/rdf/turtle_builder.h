// SPDX-License-Identifier: Apache-2.0
// Builds quads from Turtle and TriG statements (RDF 1.2 Turtle, section 7): the parser's state.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/quad.h"
#include "dossier/rdf.h"
#include "parser/rdf/term_builder.h"

namespace dossier {

/// Statements are read one at a time, and what one says (quads, declarations, the graph entered)
/// holds from commit() on: a statement that was cut off by the end of a window can be read again.
class TurtleBuilder : public TermBuilder {
 public:
  explicit TurtleBuilder(const RdfOptions& options);

  /// The statement begins at `start` of `text`.
  void begin_statement(std::string_view text, std::size_t start);
  void commit(const QuadSink& sink, const PrefixSink& prefixes);
  bool in_graph() const noexcept { return in_graph_; }
  void declare(std::string_view prefix, std::string_view iri);

  // Declarations
  void prefix_name(std::string_view terminal);
  void declare_prefix();
  void declare_base();

  // Graphs; term() is the name
  void enter_graph();
  void enter_default_graph();
  void leave_graph();

  // Terms
  void iri(std::string_view terminal);
  void prefixed_name(std::string_view terminal);
  void anonymous();

  // Triples. A frame is a subject that waits for predicates and objects; term() is the part read.
  void open_subject(std::string_view where);
  void open_property_list(std::string_view where);
  void close_property_list();
  void set_subject() { frames_.back().subject = take_term(); }
  void set_predicate() { frames_.back().predicate = take_term(); }
  void set_object() { frames_.back().object = take_term(); }
  /// The object of a triple that is said.
  void add_object();

  // Collections
  void open_collection(std::string_view where);
  void add_item();
  void close_collection();

  // Triple terms, reified triples, annotations
  void open_triple(std::string_view where);
  void close_triple_term();
  void close_reified_triple();
  void reifier_mark() { frames_.back().reifier.reset(); }
  void reifier_name() { frames_.back().reifier = take_term(); }
  /// The reifier read is one of the triple said last.
  void annotate() { reify(frames_.back()); }
  void open_annotation(std::string_view where);
  void close_annotation() { frames_.pop_back(); }

 private:
  struct Frame {
    Term subject, predicate, object;
    std::optional<Term> reifier;
  };
  struct Collection {
    std::optional<Term> head;
    Term last;
  };
  struct Declaration {
    std::optional<std::string> prefix;  ///< none: the base
    std::string iri;
  };

  Term blank_node();
  void push_frame(std::string_view where);
  void check_nesting(std::string_view where) const;
  /// Looks at the memory of the statement's quads.
  void check_memory() const;
  /// Says that the frame's reifier, a new one if it has none, reifies its triple.
  void reify(Frame& frame);
  void add(Term subject, std::string_view predicate, Term object);
  void add(Term subject, Term predicate, Term object);

  std::size_t max_nesting_;
  std::function<void(std::size_t)> watch_;
  std::string base_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  std::size_t blank_nodes_ = 0;
  std::optional<Term> graph_;
  bool in_graph_ = false;

  // The statement being read
  std::size_t start_ = 0;
  std::vector<Frame> frames_;
  std::vector<Collection> collections_;
  std::vector<Quad> quads_;
  std::size_t held_ = 0;  ///< bytes that the texts of quads_ take
  std::string prefix_name_;
  std::optional<Declaration> declaration_;
  std::optional<Term> next_graph_;
  bool next_in_graph_ = false;
  std::size_t next_blank_nodes_ = 0;
};

}  // namespace dossier
