// The driver of N-Triples and N-Quads.
#include <cstring>
#include <utility>

#include "parser/rdf/drivers.h"
#include "parser/rdf/line_lexer.h"
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

std::optional<Quad> parse_window_line(std::string_view line, const Window& window,
                                      const RdfOptions& options) {
  try {
    return parse_line(line, window.text(), options);
  } catch (const Error& error) {
    throw window.in_document(error);
  }
}

void read_line(std::string_view line, const Window& window, const RdfOptions& options,
               const QuadSink& sink) {
  Quad quad;
  switch (lex_line(line, options.format == RdfFormat::nquads, quad)) {
    case LineContent::statement:
      sink(std::move(quad));
      return;
    case LineContent::nothing:
      return;
    case LineContent::unknown:
      break;
  }
  if (std::optional<Quad> parsed = parse_window_line(line, window, options)) {
    sink(std::move(*parsed));
  }
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
  while (true) {
    const std::string_view rest = window.rest();
    const std::size_t length = line_length(rest);
    if (length == std::string_view::npos && !window.complete()) {
      window.grow();
      continue;
    }
    const std::string_view line = rest.substr(0, length);
    read_line(line, window, options, sink);
    if (length == std::string_view::npos) return;
    window.set_position(window.position() + length + 1);
  }
}

}  // namespace dossier
