// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/rdfxml_reader.h"

#include <utility>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "parser/grammar/window.h"
#include "parser/rdf/rdfxml_names.h"

namespace dossier::rdfxml {
namespace {

namespace rdf = vocabulary::rdf;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

Reader::Reader(const std::string& base, const QuadSink& sink, const PrefixSink& prefixes)
    : sink_(sink), prefixes_(prefixes) {
  frames_.push_back({.kind = Kind::document, .scope = {.base = base}});
}

void Reader::look(const RdfOptions& options, std::size_t held) const {
  check_length(literal_.size());
  if (!options.watch) return;
  for (const Frame& frame : frames_) held += frame.text.size();
  options.watch(held + literal_.size());
}

void Reader::check_length(std::size_t length) const {
  if (length <= Window::kLongest) return;
  throw Error(ErrorCode::limit, "the text of an element is longer than " +
                                    std::to_string(Window::kLongest >> 20) + " MiB: " + kShorten);
}

void Reader::start_element(const xml::Element& element) {
  if (prefixes_) {
    for (const auto& [prefix, iri] : element.declarations) prefixes_(prefix, iri);
  }
  Frame& around = frames_.back();
  switch (around.kind) {
    case Kind::literal:
      literal_.start_element(element);
      ++depth_;
      return;
    case Kind::ignored:
      ++depth_;
      return;
    case Kind::node:
    case Kind::resource:
      start_property(element, around.scope.inside(element));
      return;
    case Kind::document:
      if (is_rdf(element.name, "RDF")) {
        start_root(element, around.scope.inside(element));
        return;
      }
      [[fallthrough]];
    case Kind::root:
    case Kind::property:
    case Kind::collection:
    case Kind::triple:
      start_node(element, around.scope.inside(element));
      return;
  }
}

void Reader::end_element(const xml::Name& name) {
  if (depth_ > 0) {
    --depth_;
    if (frames_.back().kind == Kind::literal) literal_.end_element(name);
    return;
  }
  Frame ended = std::move(frames_.back());
  frames_.pop_back();
  switch (ended.kind) {
    case Kind::property:
      end_property(ended);
      return;
    case Kind::collection:
      if (ended.has_node) {
        add(ended.last, rdf::kRest, Term::iri(std::string(rdf::kNil)));
      } else {
        state(ended, Term::iri(std::string(rdf::kNil)));
      }
      return;
    case Kind::literal:
      state(ended, Term::typed(literal_.take(), vocabulary::iri(vocabulary::kRdf, "XMLLiteral")));
      return;
    case Kind::triple:
      end_triple(ended);
      return;
    case Kind::document:
    case Kind::root:
    case Kind::node:
    case Kind::resource:
    case Kind::ignored:
      return;
  }
}

void Reader::text(std::string_view text) {
  Frame& around = frames_.back();
  if (around.kind == Kind::literal) {
    literal_.text(text);
  } else if (around.kind == Kind::property && !around.has_node) {
    around.text += text;
    check_length(around.text.size());
  } else if (around.kind != Kind::ignored && !is_blank(text)) {
    xml::fail(around.kind == Kind::node || around.kind == Kind::resource
                  ? "expected a property element, but found text"
                  : "expected a node element, but found text");
  }
}

void Reader::comment(std::string_view text) {
  if (frames_.back().kind == Kind::literal) literal_.comment(text);
}

void Reader::instruction(std::string_view target, std::string_view data) {
  if (frames_.back().kind == Kind::literal) literal_.instruction(target, data);
}

void Reader::start_root(const xml::Element& element, Scope scope) {
  for (const xml::Attribute& attribute : element.attributes) {
    const xml::Name& name = attribute.name;
    if (name.name_space == xml::kXmlNamespace || name.name_space == kIts ||
        is_rdf(name, "version")) {
      continue;
    }
    xml::fail("rdf:RDF takes no attribute " + name.qualified(), name.qualified());
  }
  frames_.push_back({.kind = Kind::root, .scope = std::move(scope)});
}

Term Reader::fresh_node() { return Term::blank_node("." + std::to_string(nodes_++)); }

Term Reader::id_iri(const std::string& id, const Scope& scope) {
  Term iri = scope.iri("#" + id, "ID");
  if (!ids_.insert(iri.value()).second) {
    xml::fail("the rdf:ID \"" + id + "\" is already used", "ID");
  }
  return iri;
}

void Reader::add(Term subject, Term predicate, Term object) {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->kind != Kind::triple) continue;
    frame->triples.push_back({std::move(subject), std::move(predicate), std::move(object)});
    return;
  }
  sink_({std::move(subject), std::move(predicate), std::move(object), std::nullopt});
}

void Reader::add(const Term& subject, std::string_view predicate, const Term& object) {
  add(subject, Term::iri(std::string(predicate)), object);
}

void Reader::add_property_attributes(const Attributes& attributes, const Term& subject,
                                     const Scope& scope) {
  for (const auto& [predicate, value] : attributes.properties) {
    add(subject, predicate,
        predicate == rdf::kType ? scope.iri(value, "type") : scope.literal(value));
  }
}

void Reader::state(const Frame& property, const Term& object) {
  add(property.subject, property.predicate, object);
  const Attributes& attributes = property.attributes;
  if (attributes.id) {
    const Term statement = id_iri(*attributes.id, property.scope);
    const auto say = [&](std::string_view local, const Term& what) {
      add(statement, vocabulary::iri(vocabulary::kRdf, local), what);
    };
    say("type", Term::iri(vocabulary::iri(vocabulary::kRdf, "Statement")));
    say("subject", property.subject);
    say("predicate", property.predicate);
    say("object", object);
  }
  const Triple triple{property.subject, property.predicate, object};
  if (attributes.annotation) {
    add(property.scope.iri(*attributes.annotation, "annotation"), rdf::kReifies,
        Term::triple(triple));
  }
  if (attributes.annotation_node_id) {
    add(Term::blank_node(*attributes.annotation_node_id), rdf::kReifies, Term::triple(triple));
  }
}

}  // namespace dossier::rdfxml
