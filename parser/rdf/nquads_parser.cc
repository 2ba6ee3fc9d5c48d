// SPDX-License-Identifier: Apache-2.0
// The driver of N-Triples and N-Quads.
#include <algorithm>
#include <utility>

#include "parser/grammar/text.h"
#include "parser/rdf/drivers.h"
#include "parser/rdf/line_lexer.h"
#include "parser/rdf/lines.h"
#include "parser/rdf/nquads_actions.h"
#include "parser/rdf/nquads_errors.h"

namespace dossier {
namespace {

/// Length of the line that starts `text`, without its end; npos when the end is not there before
/// or after `from`. In steps, because a document may have only one of the two line ends.
std::size_t line_length(std::string_view text, std::size_t from = 0) {
  constexpr std::size_t kStep = 512;
  for (std::size_t at = from; at < text.size(); at += kStep) {
    const std::string_view part = text.substr(at, kStep);
    const std::size_t feed = part.find('\n');
    const std::size_t end = std::min(part.substr(0, feed).find('\r'), feed);
    if (end != std::string_view::npos) return at + end;
  }
  return std::string_view::npos;
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

/// Positions in a text for errors that are positioned in one line of it. Goes through the text
/// once, however many lines are bad.
class LinePlaces {
 public:
  explicit LinePlaces(std::string_view text) : text_(text) {}

  Error in_text(const Error& error, std::size_t line_start) {
    lines_ += count_lines(text_.substr(counted_, line_start - counted_));
    counted_ = line_start;
    if (!error.position()) return error;
    SourcePosition position = *error.position();
    position.line += static_cast<std::uint32_t>(lines_);
    position.offset += line_start;
    return {error.code(), error.what(), position, error.source_line()};
  }

 private:
  std::string_view text_;
  std::size_t counted_ = 0;  ///< bytes of text_ whose lines are counted
  std::uint64_t lines_ = 0;
};

}  // namespace

std::uint64_t count_lines(std::string_view text) {
  std::uint64_t lines = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    ++lines;
  }
  for (std::size_t at = text.find('\r'); at != std::string_view::npos;
       at = text.find('\r', at + 1)) {
    if (!text.substr(at + 1).starts_with('\n')) ++lines;
  }
  return lines;
}

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
  std::size_t searched = 0;  // bytes of the line that hold no line end
  while (true) {
    const std::size_t length = line_length(window.rest(), searched);
    const std::string_view rest = window.rest();
    if (length == std::string_view::npos && !window.complete()) {
      searched = rest.size();
      window.grow();
      continue;
    }
    searched = 0;
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
  LinePlaces places(text);
  const bool valid = !grammar::find_invalid_utf8(text);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n' || text[at] == '\r') {
      ++at;
      continue;
    }
    const std::string_view rest = text.substr(at);
    const std::string_view line = rest.substr(0, line_length(rest));
    const QuadView* quad = nullptr;
    try {
      if (!valid) grammar::require_utf8(line);
      quad = reader.read(line, line);
    } catch (const Error& error) {
      const Error placed = places.in_text(error, at);
      if (!bad) throw placed;
      bad(placed, line);
    }
    if (quad != nullptr) sink(*quad);
    at += line.size() + 1;
  }
}

}  // namespace dossier
