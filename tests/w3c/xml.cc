#include "tests/w3c/xml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "model/error.h"

namespace dossier::w3c {
namespace {

std::string take(xmlChar* owned) {
  const std::unique_ptr<xmlChar, void (*)(void*)> guard(owned, xmlFree);
  return owned == nullptr ? std::string() : reinterpret_cast<const char*>(owned);
}

std::string view(const xmlChar* text) {
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

std::string iri_of(const xmlNs* name_space) {
  return name_space == nullptr ? std::string() : view(name_space->href);
}

}  // namespace

std::string XmlElement::name() const { return view(node_->name); }

std::string XmlElement::name_space() const { return iri_of(node_->ns); }

std::string XmlElement::text() const { return take(xmlNodeGetContent(node_)); }

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> found;
  for (xmlNode* child = node_->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) found.emplace_back(child);
  }
  return found;
}

std::vector<XmlElement::Attribute> XmlElement::attributes() const {
  std::vector<Attribute> found;
  for (xmlAttr* a = node_->properties; a != nullptr; a = a->next) {
    found.push_back(
        {iri_of(a->ns), view(a->name), take(xmlNodeListGetString(node_->doc, a->children, 1))});
  }
  return found;
}

std::optional<std::string> XmlElement::attribute(const char* name,
                                                 const std::string& name_space) const {
  for (const Attribute& a : attributes()) {
    if (a.name == name && a.name_space == name_space) return a.value;
  }
  return std::nullopt;
}

std::optional<std::string> XmlElement::inherited(const char* name,
                                                 const std::string& name_space) const {
  for (xmlNode* node = node_; node != nullptr && node->type == XML_ELEMENT_NODE;
       node = node->parent) {
    if (const auto value = XmlElement(node).attribute(name, name_space)) return value;
  }
  return std::nullopt;
}

XmlDocument::XmlDocument(const std::string& text)
    : document_(xmlReadMemory(
                    text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
                xmlFreeDoc) {
  if (!document_ || xmlDocGetRootElement(document_.get()) == nullptr) {
    throw Error(ErrorCode::input, "XML that is not well-formed");
  }
}

XmlElement XmlDocument::root() const { return XmlElement(xmlDocGetRootElement(document_.get())); }

}  // namespace dossier::w3c
