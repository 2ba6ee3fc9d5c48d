// SPDX-License-Identifier: Apache-2.0
// The fast path of N-Triples and N-Quads: a hand-written lexer for lines as programs write them.
//
// It has no error messages and does not accept rare forms: a line it does not accept is parsed by
// the grammar (parser/rdf/nquads_grammar.h). What it accepts, the grammar accepts with the same
// result; a test compares the two.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "model/term_view.h"

namespace dossier {

enum class LineContent : std::uint8_t { statement, nothing, unknown };

class LineLexer {
 public:
  /// Reads one line of well-formed UTF-8 without its end. `statement`: `quad` holds it, as views
  /// into the line and into the lexer, valid until the next call. `nothing`: white space or a
  /// comment. `unknown`: ask the grammar; `quad` is unspecified then.
  LineContent read(std::string_view line, bool graph_allowed, QuadView& quad);

 private:
  std::string unescaped_;  ///< literals that contained escapes, concatenated
  std::deque<TripleView> triples_;
};

}  // namespace dossier
