// Bytes of a file to a Document: text, metadata, paragraphs and speaker turns.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"

namespace dossier::extract {

/// Reads plain text or Markdown, gzipped or not, in UTF-8, UTF-16, UTF-32 or whatever 8-bit
/// encoding ICU detects. `source_name` is a path or a file name; its last part names the document.
///
/// Header parts, page furniture and speaker turns are recognised by their form alone. Paragraphs
/// are in the order of the text and don't overlap; turns likewise.
///
/// Throws Error(input) for an empty, binary or damaged file and Error(unsupported) for formats that
/// are not read (HTML, PDF, office documents). Thread-safe.
Document read_document(std::string_view bytes, const std::string& source_name);

/// A document with the names and the checksum of these bytes, and nothing else.
Document identify_document(std::string_view bytes, const std::string& source_name);

}  // namespace dossier::extract
