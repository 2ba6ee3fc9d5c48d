// SPDX-License-Identifier: Apache-2.0
// Exclusive XML Canonicalization 1.0, with comments: the text of rdf:XMLLiteral.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/xml/xml_parser.h"

namespace dossier::xml {

/// Writes the canonical form of a document subset from its events. Elements are in balance.
class CanonicalWriter {
 public:
  void start_element(const Element& element);
  void end_element(const Name& name);
  void text(std::string_view text);
  void comment(std::string_view text);
  void instruction(std::string_view target, std::string_view data);

  std::size_t size() const noexcept { return text_.size(); }
  /// Returns what was written and starts again.
  std::string take();

 private:
  struct Rendered {
    std::string prefix;
    std::string iri;
  };
  std::string_view rendered(std::string_view prefix) const;
  void use(const Name& name, std::vector<Rendered>& fresh) const;

  std::string text_;
  std::vector<Rendered> rendered_;   ///< declarations of the open elements, innermost last
  std::vector<std::size_t> counts_;  ///< of rendered_ before each open element
};

}  // namespace dossier::xml
