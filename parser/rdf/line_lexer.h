// The fast path of N-Triples and N-Quads: a hand-written lexer for lines as programs write them.
//
// It knows no error messages and no rare forms: whatever it does not take, the grammar
// (parser/rdf/nquads_grammar.h) decides on. What it takes, the grammar takes with the same result;
// a test compares the two.
#pragma once

#include <string_view>

#include "model/quad.h"

namespace dossier {

enum class LineContent { statement, nothing, unknown };

/// Reads one line of well-formed UTF-8 without its end. `statement`: `quad` holds it. `nothing`:
/// white space or a comment. `unknown`: ask the grammar; `quad` is unspecified then.
LineContent lex_line(std::string_view line, bool graph_allowed, Quad& quad);

}  // namespace dossier
