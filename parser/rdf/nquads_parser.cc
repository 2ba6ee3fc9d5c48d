// SPDX-License-Identifier: Apache-2.0
// The driver of N-Triples and N-Quads.
#include <cstring>
#include <utility>

#include "parser/grammar/text.h"
#include "parser/rdf/drivers.h"
#include "parser/rdf/line_lexer.h"
#include "parser/rdf/lines.h"
#include "parser/rdf/nquads_actions.h"
#include "parser/rdf/nquads_errors.h"

namespace dossier {
namespace {

/// Length of the line that starts `text`, without its end; npos when the end is not there.
std::size_t line_length(std::string_view text) {
  const std::size_t feed = text.find('\n');
  const std::size_t length = text.substr(0, feed).find('\r');
  return length == std::string_view::npos ? feed : length;
}

/// Statements of lines, by the fast path or the grammar.
class StatementReader {
 public:
  explicit StatementReader(const RdfOptions& options)
      : options_(options), graph_allowed_(options.format == RdfFormat::nquads) {}

  /// The statement the line holds, valid until the next call; null when it holds none. Errors are
  /// positioned in `text`.
  const QuadView* read(std::string_view line, std::string_view text) {
    const LineContent content = lexer_.read(line, graph_allowed_, view_);
    if (content == LineContent::statement) return &view_;
    if (content == LineContent::nothing) return nullptr;
    quad_ = parse_line(line, text, options_);
    if (!quad_) return nullptr;
    viewer_.clear();
    view_ = viewer_.view(*quad_);
    return &view_;
  }

 private:
  const RdfOptions& options_;
  bool graph_allowed_;
  LineLexer lexer_;
  QuadView view_;
  std::optional<Quad> quad_;
  Viewer viewer_;
};

const QuadView* read_in(const Window& window, std::string_view line, StatementReader& reader) {
  try {
    return reader.read(line, window.text());
  } catch (const Error& error) {
    throw window.in_document(error);
  }
}

void require_utf8(std::string_view line, std::string_view text) {
  const auto invalid = grammar::find_invalid_utf8(line);
  if (!invalid) return;
  const auto place = static_cast<std::uint64_t>(line.data() + *invalid - text.data());
  throw Error::in_text(ErrorCode::syntax, "the text is not valid UTF-8 here", text, place);
}

}  // namespace

std::optional<Quad> parse_line(std::string_view line, std::string_view text,
                               const RdfOptions& options) {
  namespace peg = tao::pegtl;
  peg::memory_input<peg::tracking_mode::lazy, peg::eol::lf_crlf, const char*> in(
      line.data(), line.data() + line.size(), "");
  nquads::LineBuilder builder;
  builder.set_text(text);
  builder.max_nesting = options.max_nesting;
  if (options.format == RdfFormat::nquads) {
    peg::parse<nquads::quad_line, nquads::action, rdf_grammar::Control>(in, builder);
  } else {
    peg::parse<nquads::triple_line, nquads::action, rdf_grammar::Control>(in, builder);
  }
  return std::move(builder.quad);
}

void parse_lines(Window& window, const RdfOptions& options, const QuadSink& sink) {
  StatementReader reader(options);
  while (true) {
    const std::string_view rest = window.rest();
    const std::size_t length = line_length(rest);
    if (length == std::string_view::npos && !window.complete()) {
      window.grow();
      continue;
    }
    if (const QuadView* quad = read_in(window, rest.substr(0, length), reader)) {
      sink(to_quad(*quad));
    }
    if (length == std::string_view::npos) return;
    window.set_position(window.position() + length + 1);
  }
}

void parse_lines(std::string_view text, const RdfOptions& options, const QuadViewSink& sink,
                 const BadLineSink& bad) {
  StatementReader reader(options);
  const bool valid = !grammar::find_invalid_utf8(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::string_view line = rest.substr(0, line_length(rest));
    const QuadView* quad = nullptr;
    try {
      if (!valid) require_utf8(line, text);
      quad = reader.read(line, text);
    } catch (const Error& error) {
      if (!bad) throw;
      bad(error, line);
    }
    if (quad != nullptr) sink(*quad);
    at += line.size() + 1;
  }
}

}  // namespace dossier
