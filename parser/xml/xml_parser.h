// SPDX-License-Identifier: Apache-2.0
// Parses XML 1.0 with namespaces into a stream of events, for RDF/XML and SPARQL XML results.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <string_view>

namespace dossier::xml {

inline constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

/// Views hold during the call they are handed to. A name in no namespace has an empty one.
struct Name {
  std::string_view name_space;
  std::string_view prefix;
  std::string_view local;

  /// As written: prefix:local, or local.
  std::string qualified() const;
};

struct Attribute {
  Name name;
  std::string_view value;
};

/// xmlns:prefix="iri"; an empty prefix is the default namespace, an empty IRI undeclares it.
struct Declaration {
  std::string_view prefix;
  std::string_view iri;
};

struct Element {
  Name name;
  std::span<const Attribute> attributes;
  std::span<const Declaration> declarations;
};

/// Told of a document's parts in order. What it throws ends the parse and reaches the caller;
/// fail() gives it a place.
class Handler {
 public:
  virtual ~Handler() = default;
  virtual void start_element(const Element& element) = 0;
  virtual void end_element(const Name& name) = 0;
  /// Character data, in pieces; entities and CDATA sections are resolved.
  virtual void text(std::string_view text) = 0;
  virtual void comment(std::string_view) {}
  virtual void instruction(std::string_view, std::string_view) {}
};

/// For handlers: Error(syntax) at the event being handled. `near` is a word of the start tag that
/// is to blame, such as an attribute's name as written.
[[noreturn]] void fail(const std::string& message, std::string_view near = {});

/// Called now and then with the bytes held; what it throws ends the parse.
using Watch = std::function<void(std::size_t held)>;

/// Parses a document in any encoding XML declares. Entities of the internal subset are expanded
/// within bounds; nothing outside the document is ever read. Throws Error(syntax) with a position
/// (in the document as UTF-8) where it is not well-formed, Error(limit) beyond `max_nesting` levels
/// of elements, 1000 attributes of an element, 10,000 namespaces in scope, 256 KiB of document type
/// declaration and 10 MB of one tag, comment or attribute, Error(unsupported) for encodings and
/// entities that can't be had.
void parse(std::string_view text, Handler& handler, std::size_t max_nesting,
           const Watch& watch = {});
/// As above in bounded memory.
void parse(std::istream& input, Handler& handler, std::size_t max_nesting, const Watch& watch = {});

/// Whether `text` is an NCName (Namespaces in XML 1.0, production 4).
bool is_ncname(std::string_view text);

}  // namespace dossier::xml
