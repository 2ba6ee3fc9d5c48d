// SPDX-License-Identifier: Apache-2.0
// The driver of Turtle and TriG, and of terms in Turtle syntax.
#include <algorithm>
#include <string>
#include <utility>

#include "parser/grammar/text.h"
#include "parser/rdf/drivers.h"
#include "parser/rdf/turtle_actions.h"
#include "parser/rdf/turtle_builder.h"
#include "parser/rdf/turtle_errors.h"

namespace dossier {
namespace {

namespace peg = tao::pegtl;

using MemoryInput = peg::memory_input<peg::tracking_mode::lazy, peg::eol::lf_crlf, const char*>;

/// Remembers whether a rule wanted to see more than the window shows; only then can more text
/// change what was matched.
class WindowInput : public MemoryInput {
 public:
  explicit WindowInput(std::string_view text)
      : MemoryInput(text.data(), text.data() + text.size(), "") {}

  bool empty() const noexcept {
    const bool none = MemoryInput::empty();
    if (none) touched_end_ = true;
    return none;
  }
  std::size_t size(std::size_t wanted = 0) const noexcept {
    const std::size_t held = MemoryInput::size();
    if (held < wanted) touched_end_ = true;
    return held;
  }
  bool touched_end() const noexcept { return touched_end_; }

 private:
  mutable bool touched_end_ = false;
};

template <typename Rule>
bool match(WindowInput& in, TurtleBuilder& builder) {
  return peg::parse<Rule, turtle::action, rdf_grammar::Control>(in, builder);
}

class StatementParser {
 public:
  StatementParser(Window& window, const RdfOptions& options, const QuadSink& sink,
                  const PrefixSink& prefixes)
      : window_(window),
        trig_(options.format == RdfFormat::trig),
        builder_(options),
        sink_(sink),
        prefixes_(prefixes) {}

  void run() {
    while (skip_ignored()) {
      if (read_statement()) {
        builder_.commit(sink_, prefixes_);
      } else {
        window_.grow();
      }
    }
    if (builder_.in_graph()) {
      throw window_.in_document(Error::in_text(ErrorCode::syntax,
                                               "expected \"}\" to close the graph, but the text "
                                               "ends here",
                                               window_.text(), window_.text().size()));
    }
  }

 private:
  /// Goes to the next statement; false at the end of the document.
  bool skip_ignored() {
    while (true) {
      WindowInput in(window_.rest());
      match<turtle::ignored>(in, builder_);
      const std::size_t end = window_.text().size() - in.size();
      const bool comment_may_go_on = in.touched_end() && !window_.complete();
      if (!comment_may_go_on) {
        window_.set_position(end);
        return in.size() > 0;
      }
      let_go_before(end);
      window_.grow();
    }
  }

  /// Goes on after what is ignored before `end`, but for a comment that may not be over.
  void let_go_before(std::size_t end) {
    const std::string_view skipped = window_.text().substr(0, end).substr(window_.position());
    const std::size_t line_end = skipped.find_last_of("\r\n");
    const std::size_t last_line = line_end == std::string_view::npos ? 0 : line_end + 1;
    const std::size_t comment = skipped.find('#', last_line);
    window_.set_position(window_.position() + std::min(comment, skipped.size()));
  }

  /// False when the window ended before what the statement means was clear.
  bool read_statement() {
    WindowInput in(window_.rest());
    builder_.begin_statement(window_.text(), window_.position());
    try {
      match_statement(in);
    } catch (const Error& error) {
      if (!window_.complete() && (in.touched_end() || !window_.shows_line(error))) return false;
      throw window_.in_document(error);
    }
    if (in.touched_end() && !window_.complete()) return false;
    window_.set_position(window_.text().size() - in.size());
    return true;
  }

  void match_statement(WindowInput& in) {
    if (!trig_) {
      match<turtle::turtle_statement>(in, builder_);
    } else if (builder_.in_graph()) {
      match<turtle::graph_statement>(in, builder_);
    } else {
      match<turtle::trig_statement>(in, builder_);
    }
  }

  Window& window_;
  bool trig_;
  TurtleBuilder builder_;
  const QuadSink& sink_;
  const PrefixSink& prefixes_;
};

}  // namespace

void parse_statements(Window& window, const RdfOptions& options, const QuadSink& sink,
                      const PrefixSink& prefixes) {
  StatementParser(window, options, sink, prefixes).run();
}

Term parse_term(std::string_view text,
                const std::vector<std::pair<std::string, std::string>>& prefixes) {
  grammar::require_utf8(text);
  TurtleBuilder builder(RdfOptions{});
  for (const auto& [name, iri] : prefixes) builder.declare(name, iri);
  builder.begin_statement(text, 0);
  WindowInput in(text);
  match<turtle::single_term>(in, builder);
  return builder.take_term();
}

}  // namespace dossier
