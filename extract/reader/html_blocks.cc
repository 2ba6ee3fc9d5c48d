// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_blocks.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <exception>
#include <memory>
#include <mutex>

#include "extract/interruption.h"
#include "extract/reader/html_page_builder.h"
#include "extract/reader/unpack.h"

namespace dossier::extract {
namespace {

using Attributes = HtmlAttributes;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// What the C parser calls back with; exceptions wait here until it has returned.
struct Events {
  PageBuilder builder;
  htmlParserCtxtPtr parser = nullptr;
  std::exception_ptr failure;

  template <typename Handle>
  void guarded(Handle handle) noexcept {
    if (failure) return;
    try {
      Interruption::look();
      handle(builder);
    } catch (...) {
      failure = std::current_exception();
      xmlStopParser(parser);
    }
  }
};

void on_start(void* context, const xmlChar* name, const xmlChar** pairs) {
  static_cast<Events*>(context)->guarded([&](PageBuilder& builder) {
    Attributes attributes;
    for (; pairs != nullptr && pairs[0] != nullptr; pairs += 2)
      attributes.emplace(view(pairs[0]), view(pairs[1]));
    builder.start(view(name), attributes);
  });
}

void on_end(void* context, const xmlChar* name) {
  static_cast<Events*>(context)->guarded([&](PageBuilder& builder) { builder.end(view(name)); });
}

void on_characters(void* context, const xmlChar* text, int length) {
  static_cast<Events*>(context)->guarded([&](PageBuilder& builder) {
    builder.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

}  // namespace

HtmlPage read_html_blocks(const std::string& utf8, const std::string& source_name) {
  // libxml2's own making of its globals at the first use is no work for several threads.
  static std::once_flag ready;
  std::call_once(ready, xmlInitParser);
  Events events;
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())), htmlFreeParserCtxt);
  if (!parser) refuse_source(source_name, "the HTML parser cannot be started");
  events.parser = parser.get();
  *parser->sax = handler;
  parser->userData = &events;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (events.failure) std::rethrow_exception(events.failure);
  return events.builder.finish();
}

}  // namespace dossier::extract
