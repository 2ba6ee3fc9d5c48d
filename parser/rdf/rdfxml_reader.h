// SPDX-License-Identifier: Apache-2.0
// RDF/XML (RDF 1.2 XML Syntax, section 7) as a state machine over XML events.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "dossier/rdf.h"
#include "parser/rdf/rdfxml_attributes.h"
#include "parser/xml/canonical.h"
#include "parser/xml/xml_parser.h"

namespace dossier::rdfxml {

class Reader : public xml::Handler {
 public:
  Reader(const std::string& base, const QuadSink& sink, const PrefixSink& prefixes);

  /// Now and then: `held` bytes and the text of the open elements are looked at.
  void look(const RdfOptions& options, std::size_t held) const;

  void start_element(const xml::Element& element) override;
  void end_element(const xml::Name& name) override;
  void text(std::string_view text) override;
  void comment(std::string_view text) override;
  void instruction(std::string_view target, std::string_view data) override;

 private:
  /// What an open element is, and so what it may contain.
  enum class Kind {
    document,    ///< rdf:RDF or one node element
    root,        ///< rdf:RDF: node elements
    node,        ///< property elements
    property,    ///< text, or one node element
    resource,    ///< parseType="Resource": property elements
    collection,  ///< parseType="Collection": node elements
    triple,      ///< parseType="Triple": one node element that says one triple
    literal,     ///< parseType="Literal" and everything else: anything
    ignored,     ///< parseType="Triple" where rdf:version is not 1.2: anything, without meaning
  };

  struct Frame {
    Kind kind = Kind::document;
    Scope scope;
    Term subject = {};    ///< of the properties inside; of a property, the node it belongs to
    Term predicate = {};  ///< of a property
    Attributes attributes = {};
    std::string text = {};
    bool has_node = false;             ///< a property's or triple's node element has been seen
    Term last = {};                    ///< collection: the list's last node
    std::size_t members = 0;           ///< node: rdf:li so far
    std::vector<Triple> triples = {};  ///< triple: what its node element says
  };

  /// Throws when the text of an element has become too long.
  void check_length(std::size_t length) const;
  void start_root(const xml::Element& element, Scope scope);
  void start_node(const xml::Element& element, Scope scope);
  Term subject_of(const Attributes& attributes, const Scope& scope);
  /// A node element is inside `parent`, of any kind.
  void place_node(Frame& parent, const Term& node);
  void append_to_collection(Frame& collection, const Term& node);

  void start_property(const xml::Element& element, Scope scope);
  Term predicate_of(const xml::Element& element, Frame& owner) const;
  Kind kind_of(const Attributes& attributes, const Scope& scope) const;
  void end_property(Frame& property);
  void end_triple(Frame& property);
  Term object_of(Frame& property);

  void add_property_attributes(const Attributes& attributes, const Term& subject,
                               const Scope& scope);
  /// The triple of a property, with its reification and annotation.
  void state(const Frame& property, const Term& object);
  void add(Term subject, Term predicate, Term object);
  void add(const Term& subject, std::string_view predicate, const Term& object);
  Term fresh_node();
  Term id_iri(const std::string& id, const Scope& scope);

  const QuadSink& sink_;
  const PrefixSink& prefixes_;
  std::vector<Frame> frames_;
  std::size_t depth_ = 0;  ///< of elements inside a literal or what is ignored
  xml::CanonicalWriter literal_;
  std::unordered_set<std::string> ids_;
  std::size_t nodes_ = 0;
};

}  // namespace dossier::rdfxml
