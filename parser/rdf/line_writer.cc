// N-Triples and N-Quads: canonical forms, one statement a line.
#include "model/vocabulary.h"
#include "parser/rdf/escapes.h"
#include "parser/rdf/names.h"
#include "parser/rdf/writers.h"

namespace dossier {

void append_term(std::string& out, const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      append_iri_reference(out, term.value());
      return;
    case Term::Kind::blank_node:
      append_blank_node(out, term.value());
      return;
    case Term::Kind::triple:
      out += "<<( ";
      append_term(out, term.as_triple().subject);
      out += ' ';
      append_term(out, term.as_triple().predicate);
      out += ' ';
      append_term(out, term.as_triple().object);
      out += " )>>";
      return;
    case Term::Kind::literal:
      break;
  }
  append_quoted(out, term.value());
  if (!term.language().empty()) {
    append_language(out, term);
  } else if (term.datatype() != vocabulary::xsd::kString) {
    out += "^^";
    append_iri_reference(out, term.datatype());
  }
}

void append_language(std::string& out, const Term& term) {
  out.append("@").append(term.language());
  if (term.direction() == Direction::ltr) out += "--ltr";
  if (term.direction() == Direction::rtl) out += "--rtl";
}

void LineWriter::write(const Quad& quad) {
  append_term(text_, quad.subject);
  text_ += ' ';
  append_term(text_, quad.predicate);
  text_ += ' ';
  append_term(text_, quad.object);
  if (with_graph_ && quad.graph) {
    text_ += ' ';
    append_term(text_, *quad.graph);
  }
  text_ += " .\n";
  if (text_.size() >= kFlushAt) flush();
}

void LineWriter::finish() { flush(); }

void LineWriter::flush() {
  out_ << text_;
  text_.clear();
}

}  // namespace dossier
