// A read-only view of XML elements, over libxml2.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

extern "C" {
struct _xmlDoc;
struct _xmlNode;
}

namespace dossier::w3c {

class XmlElement {
 public:
  explicit XmlElement(_xmlNode* node) : node_(node) {}
  std::string name() const;        ///< without the prefix
  std::string name_space() const;  ///< its IRI; empty for none
  std::string text() const;        ///< of all text inside
  std::vector<XmlElement> children() const;
  /// The attribute `name` in a namespace; an empty one means none.
  std::optional<std::string> attribute(const char* name, const std::string& name_space = {}) const;
  /// xml:lang and its:dir of this element or the nearest around it.
  std::optional<std::string> inherited(const char* name, const std::string& name_space) const;
  struct Attribute {
    std::string name_space, name, value;
  };
  std::vector<Attribute> attributes() const;

 private:
  _xmlNode* node_;
};

/// Owns the document its elements are views of.
class XmlDocument {
 public:
  /// Throws Error(input) when `text` is not well-formed.
  explicit XmlDocument(const std::string& text);
  XmlElement root() const;

 private:
  std::unique_ptr<_xmlDoc, void (*)(_xmlDoc*)> document_;
};

inline const std::string kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

}  // namespace dossier::w3c
