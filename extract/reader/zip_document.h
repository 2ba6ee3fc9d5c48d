// SPDX-License-Identifier: Apache-2.0
// Documents that are zip files of XML: Word, OpenDocument, EPUB.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "extract/reader/limits.h"
#include "parser/xml/xml_parser.h"

namespace dossier::extract {

/// The texts among the files of such a document; pictures, fonts and sounds are not unpacked.
class ZipDocument {
 public:
  /// Throws Error(input) for a damaged or encrypted file and one that unpacks to more than
  /// `limits.file`.
  ZipDocument(std::string_view bytes, std::string source, const ReadLimits& limits);

  /// Null when there is no such file.
  const std::string* find(const std::string& path) const;
  /// Throws Error(input) when there is none.
  const std::string& at(const std::string& path) const;
  /// Hands a file to `handler`, if it is there; false if not. Nothing outside of it is read. Throws
  /// Error(input) for what is not well-formed XML.
  bool parse(const std::string& path, xml::Handler& handler) const;
  const std::string& source() const { return source_; }

 private:
  std::string source_;
  std::map<std::string, std::string> files_;
};

/// The value of the attribute of this local name, of whatever namespace; empty when not given.
std::string_view attribute(const xml::Element& element, std::string_view local);

}  // namespace dossier::extract
