// SPDX-License-Identifier: Apache-2.0
// What libxml2 calls.
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include <mutex>
#include <new>
#include <vector>

#include "parser/xml/parse.h"

namespace dossier::xml {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view view(const xmlChar* text, const xmlChar* end) {
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(end - text)};
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
    const std::string message = error->message == nullptr ? "fault" : error->message;
    // What libxml2 says of its own limits explains nothing.
    if (error->code == XML_ERR_INTERNAL_ERROR && message.find("Huge") != std::string::npos) {
      parse.fail_at(ErrorCode::limit,
                    "a tag, comment or instruction of more than 10 MB: write a long value as the "
                    "text of an element",
                    parse.cursor());
    }
    parse.well_formedness_error(message);
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

}  // namespace

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

}  // namespace dossier::xml
