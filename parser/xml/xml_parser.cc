// SPDX-License-Identifier: Apache-2.0
#include "parser/xml/xml_parser.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "dossier/error.h"
#include "parser/grammar/window.h"
#include "parser/xml/encoding.h"

namespace dossier::xml {
namespace {

/// What fail() throws: the parser knows the place.
struct Fault : std::runtime_error {
  Fault(const std::string& message, std::string_view word)
      : std::runtime_error(message), near(word) {}
  std::string near;
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view view(const xmlChar* text, const xmlChar* end) {
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(end - text)};
}

/// One parse. libxml2's callbacks find it in the context's _private, which contexts of entities
/// inherit. No exception passes through C: it waits in pending_ until libxml2 has returned.
class Parse {
 public:
  Parse(Window& window, Handler& handler, std::size_t max_nesting);
  void run();

  template <typename Action>
  void event(const Action& action) noexcept;
  void start_element(const Element& element);
  void end_element(const Name& name);
  void text(std::string_view piece);
  Handler& handler() { return handler_; }
  void fail_at(ErrorCode code, const std::string& message, std::uint64_t place);
  /// The offset of libxml2's cursor in window_.text().
  std::uint64_t cursor() const;
  std::uint64_t tag_start() const;
  void well_formedness_error(const std::string& message);

  static Parse& of(void* context) {
    return *static_cast<Parse*>(static_cast<xmlParserCtxt*>(context)->_private);
  }

 private:
  void push(std::string_view bytes, bool last);

  Window& window_;
  Handler& handler_;
  std::size_t max_nesting_;
  std::size_t depth_ = 0;
  std::uint64_t first_ = 0;  ///< offset in the document of the first byte pushed
  std::uint64_t event_at_ = 0;
  std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxt*)> context_;
  std::exception_ptr pending_;
};

template <typename Action>
void Parse::event(const Action& action) noexcept {
  if (pending_) return;
  try {
    action(*this);
    return;
  } catch (const Fault& fault) {
    const std::size_t named =
        fault.near.empty() ? std::string_view::npos : window_.text().find(fault.near, event_at_);
    const bool in_tag = named < window_.text().find('>', event_at_);
    try {
      fail_at(ErrorCode::syntax, fault.what(), in_tag ? named : event_at_);
    } catch (...) {
      pending_ = std::current_exception();
    }
  } catch (...) {
    pending_ = std::current_exception();
  }
  xmlStopParser(context_.get());
}

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
  if (++depth_ > max_nesting_) {
    fail_at(ErrorCode::limit, "more than " + std::to_string(max_nesting_) + " levels of elements",
            event_at_);
  }
  handler_.start_element(element);
}

void Parse::end_element(const Name& name) {
  event_at_ = tag_start();
  --depth_;
  handler_.end_element(name);
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

void start_document_element(void* context, const xmlChar* local, const xmlChar* prefix,
                            const xmlChar* iri, int declared, const xmlChar** namespaces, int count,
                            int, const xmlChar** values) {
  Parse::of(context).event([&](Parse& parse) {
    std::vector<Attribute> attributes;
    for (int i = 0; i < count; ++i) {
      const xmlChar** const a = values + 5 * i;
      attributes.push_back({{view(a[2]), view(a[1]), view(a[0])}, view(a[3], a[4])});
    }
    std::vector<Declaration> declarations;
    for (int i = 0; i < declared; ++i) {
      declarations.push_back({view(namespaces[2 * i]), view(namespaces[2 * i + 1])});
    }
    parse.start_element({{view(iri), view(prefix), view(local)}, attributes, declarations});
  });
}

void end_document_element(void* context, const xmlChar* local, const xmlChar* prefix,
                          const xmlChar* iri) {
  Parse::of(context).event([&](Parse& parse) {
    parse.end_element({view(iri), view(prefix), view(local)});
  });
}

void characters(void* context, const xmlChar* text, int length) {
  Parse::of(context).event([&](Parse& parse) { parse.text(view(text, text + length)); });
}

void comment(void* context, const xmlChar* text) {
  Parse::of(context).event([&](Parse& parse) { parse.handler().comment(view(text)); });
}

void instruction(void* context, const xmlChar* target, const xmlChar* data) {
  Parse::of(context).event(
      [&](Parse& parse) { parse.handler().instruction(view(target), view(data)); });
}

/// Entities outside of the document are never declared, so that none is ever opened.
void declare_entity(void* context, const xmlChar* name, int type, const xmlChar* public_id,
                    const xmlChar* system_id, xmlChar* content) {
  if (type != XML_INTERNAL_GENERAL_ENTITY && type != XML_INTERNAL_PARAMETER_ENTITY) return;
  xmlSAX2EntityDecl(context, name, type, public_id, system_id, content);
}

xmlEntity* find_entity(void* context, const xmlChar* name) {
  xmlEntity* const entity = xmlSAX2GetEntity(context, name);
  if (entity == nullptr) {
    Parse::of(context).event([&](Parse& parse) {
      parse.fail_at(ErrorCode::unsupported,
                    "the entity &" + std::string(view(name)) +
                        "; is not declared in this document, and nothing outside it is read",
                    parse.cursor());
    });
  }
  return entity;
}

void structured_error(void* context, xmlError* error) {
  if (error->level < XML_ERR_ERROR || error->code == XML_ERR_USER_STOP) return;
  Parse::of(context).event([&](Parse& parse) {
    parse.well_formedness_error(error->message == nullptr ? "fault" : error->message);
  });
}

xmlSAXHandler make_callbacks() {
  xmlSAXHandler sax{};
  xmlSAXVersion(&sax, 2);
  sax.startElementNs = start_document_element;
  sax.endElementNs = end_document_element;
  sax.characters = characters;
  sax.ignorableWhitespace = characters;
  sax.cdataBlock = characters;
  sax.comment = comment;
  sax.processingInstruction = instruction;
  sax.entityDecl = declare_entity;
  sax.getEntity = find_entity;
  sax.reference = nullptr;
  sax.externalSubset = nullptr;
  sax.warning = nullptr;
  sax.error = nullptr;
  sax.fatalError = nullptr;
  sax.serror = structured_error;
  return sax;
}

void free_context(xmlParserCtxt* context) {
  if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
  context->myDoc = nullptr;
  xmlFreeParserCtxt(context);
}

xmlParserCtxt* make_context(Parse* parse) {
  static std::once_flag initialised;
  std::call_once(initialised, xmlInitParser);
  xmlSAXHandler callbacks = make_callbacks();
  xmlParserCtxt* context = xmlCreatePushParserCtxt(&callbacks, nullptr, nullptr, 0, nullptr);
  if (context == nullptr) throw std::bad_alloc();
  // The text is UTF-8 whatever its declaration says (encoding.h).
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
  context->sax->cdataBlock = characters;
  context->_private = parse;
  return context;
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

void Parse::run() {
  constexpr std::size_t kBlock = std::size_t{1} << 16;
  if (window_.text().empty()) window_.grow();
  std::size_t pushed = window_.position();
  first_ = window_.offset() + pushed;
  while (true) {
    while (pushed < window_.text().size()) {
      const std::string_view bytes = window_.text().substr(pushed, kBlock);
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

}  // namespace

std::string Name::qualified() const {
  return prefix.empty() ? std::string(local) : std::string(prefix).append(":").append(local);
}

void fail(const std::string& message, std::string_view near) { throw Fault(message, near); }

void parse(std::istream& input, Handler& handler, std::size_t max_nesting) {
  Utf8Stream utf8(input);
  Window window(utf8.stream());
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

void parse(std::string_view text, Handler& handler, std::size_t max_nesting) {
  ViewBuffer buffer(text);
  std::istream stream(&buffer);
  parse(stream, handler, max_nesting);
}

bool is_ncname(std::string_view text) {
  return text.find('\0') == std::string_view::npos &&
         xmlValidateNCName(reinterpret_cast<const xmlChar*>(std::string(text).c_str()), 0) == 0;
}

}  // namespace dossier::xml
