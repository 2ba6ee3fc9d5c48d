// SPDX-License-Identifier: Apache-2.0
// N-Triples and N-Quads: one statement a line, the least escaping.
#include "parser/rdf/writers.h"

namespace dossier {

void LineWriter::write(const Quad& quad) {
  append_term(text_, quad.subject, style_);
  text_ += ' ';
  append_term(text_, quad.predicate, style_);
  text_ += ' ';
  append_term(text_, quad.object, style_);
  if (with_graph_ && quad.graph) {
    text_ += ' ';
    append_term(text_, *quad.graph, style_);
  }
  text_ += " .\n";
}

void LineWriter::finish() { text_.flush(); }

}  // namespace dossier
