// SPDX-License-Identifier: Apache-2.0
#include "parser/xml/xml_parser.h"

#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <algorithm>
#include <streambuf>

#include "parser/xml/encoding.h"
#include "parser/xml/parse.h"

namespace dossier::xml {

void Parse::fail_at(ErrorCode code, const std::string& message, std::uint64_t place) {
  throw window_.in_document(Error::in_text(code, message, window_.text(), place));
}

std::uint64_t Parse::cursor() const {
  // Inside an entity the cursor of the document is at the reference.
  if (context_->inputNr == 0) return window_.text().size();
  const xmlParserInput* input = context_->inputTab[0];
  const std::uint64_t read =
      first_ + input->consumed + static_cast<std::uint64_t>(input->cur - input->base);
  return std::min<std::uint64_t>(read - window_.offset(), window_.text().size());
}

std::uint64_t Parse::tag_start() const {
  const std::uint64_t at = cursor();  // of a tag's end: a raw "<" cannot occur inside one
  const std::size_t start = at == 0 ? std::string_view::npos : window_.text().rfind('<', at - 1);
  return start == std::string_view::npos ? at : start;
}

void Parse::start_element(const Element& element) {
  event_at_ = tag_start();
  ++depth_;
  declared_.push_back(element.declarations.size());
  namespaces_ += declared_.back();
  check_bounds(element);
  handler_.start_element(element);
}

void Parse::end_element(const Name& name) {
  event_at_ = tag_start();
  --depth_;
  namespaces_ -= declared_.back();
  declared_.pop_back();
  handler_.end_element(name);
}

void Parse::check_bounds(const Element& element) {
  // libxml2 looks for a prefix in all that are declared.
  constexpr std::size_t kMostNamespaces = 10'000;
  if (depth_ > max_nesting_) {
    fail_at(ErrorCode::limit, "more than " + std::to_string(max_nesting_) + " levels of elements",
            event_at_);
  }
  // Those that the document type declaration adds are seen here for the first time.
  if (element.attributes.size() > TagScanner::kMostAttributes) {
    fail_at(ErrorCode::limit, "more than 1000 attributes in one element", event_at_);
  }
  if (namespaces_ > kMostNamespaces) {
    fail_at(ErrorCode::limit,
            "more than 10000 namespaces are declared here: declare each once, at the root",
            event_at_);
  }
}

void Parse::text(std::string_view piece) {
  // libxml2's cursor is before or after the piece; inside an entity, at neither.
  const std::uint64_t at = cursor();
  const std::size_t solid = std::min(piece.find_first_not_of(" \t\r\n"), piece.size());
  const auto stands_at = [&](std::uint64_t place) {
    return window_.text().substr(place).starts_with(piece);
  };
  event_at_ = at;
  if (stands_at(at)) {
    event_at_ = at + solid;
  } else if (piece.size() <= at && stands_at(at - piece.size())) {
    event_at_ = at - piece.size() + solid;
  }
  handler_.text(piece);
}

void Parse::well_formedness_error(const std::string& message) {
  std::string line = message.substr(0, message.find_last_not_of(" \n") + 1);
  std::replace(line.begin(), line.end(), '\n', ' ');
  fail_at(ErrorCode::syntax, "not well-formed XML: " + line, cursor());
}

Parse::Parse(Window& window, Handler& handler, std::size_t max_nesting)
    : window_(window),
      handler_(handler),
      max_nesting_(max_nesting),
      context_(make_context(this), free_context) {}

void Parse::push(std::string_view bytes, bool last) {
  xmlParseChunk(context_.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
  if (pending_) std::rethrow_exception(pending_);
}

void Parse::check_tags(std::string_view bytes, std::uint64_t place) {
  if (const auto excess = tags_.find_excess(bytes)) {
    fail_at(ErrorCode::limit, excess->message, place + excess->offset);
  }
}

void Parse::run() {
  constexpr std::size_t kBlock = std::size_t{1} << 16;
  if (window_.text().empty()) window_.grow();
  std::size_t pushed = window_.position();
  first_ = window_.offset() + pushed;
  while (true) {
    while (pushed < window_.text().size()) {
      const std::string_view bytes = window_.text().substr(pushed, kBlock);
      check_tags(bytes, pushed);
      pushed += bytes.size();
      push(bytes, false);
    }
    if (window_.complete()) break;
    const std::uint64_t end = window_.offset() + pushed;
    window_.set_position(cursor());
    window_.grow();
    pushed = static_cast<std::size_t>(end - window_.offset());
  }
  push({}, true);
  if (context_->wellFormed == 0) well_formedness_error("the document ends here");
}

std::string Name::qualified() const {
  return prefix.empty() ? std::string(local) : std::string(prefix).append(":").append(local);
}

void fail(const std::string& message, std::string_view near) { throw Fault(message, near); }

void parse(std::istream& input, Handler& handler, std::size_t max_nesting, const Watch& watch) {
  Utf8Stream utf8(input);
  Window window(utf8.stream());
  window.set_watch(watch);
  Parse(window, handler, max_nesting).run();
}

namespace {

class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* const start = const_cast<char*>(text.data());  // only ever read
    setg(start, start, start + text.size());
  }
};

}  // namespace

void parse(std::string_view text, Handler& handler, std::size_t max_nesting, const Watch& watch) {
  ViewBuffer buffer(text);
  std::istream stream(&buffer);
  parse(stream, handler, max_nesting, watch);
}

bool is_ncname(std::string_view text) {
  return text.find('\0') == std::string_view::npos &&
         xmlValidateNCName(reinterpret_cast<const xmlChar*>(std::string(text).c_str()), 0) == 0;
}

}  // namespace dossier::xml
