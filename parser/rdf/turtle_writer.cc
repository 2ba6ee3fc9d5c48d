// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string_view>

#include "model/vocabulary.h"
#include "model/well_formed.h"
#include "parser/rdf/names.h"
#include "parser/rdf/writers.h"

namespace dossier {

TurtleWriter::TurtleWriter(std::ostream& out, bool with_graph, Prefixes prefixes)
    : text_(out), with_graph_(with_graph), prefixes_(std::move(prefixes)) {
  std::set<std::string> names;
  std::erase_if(prefixes_, [&names](const auto& prefix) {
    return !is_prefix_name(prefix.first) || fault_of(Term::iri(prefix.second), "") ||
           !names.insert(prefix.first).second;
  });
  write_prefixes();
  std::stable_sort(prefixes_.begin(), prefixes_.end(),
                   [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
}

void TurtleWriter::write_prefixes() {
  for (const auto& [name, iri] : prefixes_) {
    text_.append("@prefix ").append(name).append(": ");
    append_iri_reference(text_, iri);
    text_ += " .\n";
  }
  if (!prefixes_.empty()) text_ += '\n';
}

void TurtleWriter::write(const Quad& quad) {
  // A reader holds a statement as a whole.
  if (written_ > kLongestStatement) close_subject();
  enter_graph(with_graph_ ? quad.graph : std::nullopt);
  const std::uint64_t before = text_.size();
  if (is_reification(quad)) {
    close_block();
    text_ += " ~ ";
    append(quad.subject);
    reifier_ = quad.subject;
  } else if (reifier_ == quad.subject) {
    write_in_block(quad);
  } else {
    write_statement(quad);
  }
  written_ += text_.size() - before;
}

/// The triple written last is the one that this quad gives a name to.
bool TurtleWriter::is_reification(const Quad& quad) const {
  if (!object_ || !quad.object.is_triple() || quad.predicate.value() != vocabulary::rdf::kReifies) {
    return false;
  }
  const Triple& triple = quad.object.as_triple();
  return triple.subject == *subject_ && triple.predicate == *predicate_ &&
         triple.object == *object_;
}

void TurtleWriter::write_statement(const Quad& quad) {
  close_block();
  if (subject_ == quad.subject && predicate_ == quad.predicate) {
    text_ += ", ";
  } else {
    if (subject_ == quad.subject) {
      text_.append(" ;\n").append(indent()).append("    ");
    } else {
      close_subject();
      text_.append(indent());
      append(quad.subject);
      text_ += ' ';
      subject_ = quad.subject;
    }
    append_predicate(quad.predicate);
    predicate_ = quad.predicate;
  }
  append(quad.object);
  object_.reset();
  if (quad.object.value().size() <= kLongestStatement) object_ = quad.object;
}

void TurtleWriter::write_in_block(const Quad& quad) {
  if (block_predicate_ == quad.predicate) {
    text_ += ", ";
  } else {
    text_ += block_predicate_ ? " ; " : " {| ";
    append_predicate(quad.predicate);
    block_predicate_ = quad.predicate;
  }
  append(quad.object);
}

void TurtleWriter::close_block() {
  if (block_predicate_) text_ += " |}";
  block_predicate_.reset();
  reifier_.reset();
}

void TurtleWriter::append_predicate(const Term& predicate) {
  if (predicate.value() == vocabulary::rdf::kType) {
    text_ += 'a';
  } else {
    append(predicate);
  }
  text_ += ' ';
}

void TurtleWriter::finish() {
  enter_graph(std::nullopt);
  close_subject();
  text_.flush();
}

void TurtleWriter::enter_graph(const std::optional<Term>& graph) {
  if (graph_ == graph) return;
  close_subject();
  if (graph_) text_ += "}\n";
  graph_ = graph;
  if (!graph_) return;
  append(*graph_);
  text_ += " {\n";
}

void TurtleWriter::close_subject() {
  close_block();
  if (subject_) text_ += " .\n";
  object_.reset();
  subject_.reset();
  predicate_.reset();
  written_ = 0;
}

void TurtleWriter::append(const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      append_iri(term.value());
      return;
    case Term::Kind::blank_node:
      append_node(term.value());
      return;
    case Term::Kind::literal:
      append_literal(term);
      return;
    case Term::Kind::triple:
      text_ += "<<( ";
      append(term.as_triple().subject);
      text_ += ' ';
      append(term.as_triple().predicate);
      text_ += ' ';
      append(term.as_triple().object);
      text_ += " )>>";
      return;
  }
}

void TurtleWriter::append_node(std::string_view label) {
  std::string text;
  append_blank_node(text, label);
  text_ += text;
}

void TurtleWriter::append_iri(const std::string& iri) {
  for (const auto& [name, name_space] : prefixes_) {
    if (!iri.starts_with(name_space)) continue;
    const auto local = local_name(std::string_view(iri).substr(name_space.size()));
    if (!local) continue;
    text_.append(name).append(":").append(*local);
    return;
  }
  append_iri_reference(text_, iri);
}

void TurtleWriter::append_literal(const Term& term) {
  if (term.language().empty() && is_bare_literal(term.value(), term.datatype())) {
    text_ += term.value();
    return;
  }
  append_quoted(text_, term.value());
  if (!term.language().empty()) {
    append_language(text_, view_of(term));
  } else if (term.datatype() != vocabulary::xsd::kString) {
    text_ += "^^";
    append_iri(std::string(term.datatype()));
  }
}

}  // namespace dossier
