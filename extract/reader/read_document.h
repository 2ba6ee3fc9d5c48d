// SPDX-License-Identifier: Apache-2.0
// Bytes of a file to a Document: text, metadata, paragraphs and speaker turns.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/reader/read_settings.h"

namespace dossier::extract {

/// Reads a document of any format of document_formats(), packed (gzip, zstd) or not; text in UTF-8,
/// UTF-16, UTF-32 or whatever 8-bit encoding is declared or detected. `source_name` is a path or a
/// file name; its last part names the document. What the file is its content tells, and then its
/// name.
///
/// Header parts, page boilerplate and speaker turns are recognised by their form alone. Paragraphs
/// are in the order of the text and don't overlap; turns likewise.
///
/// Throws Error(input) for an empty, binary, damaged or encrypted file and one beyond the limits,
/// Error(unsupported) for formats that are not read. Thread-safe.
Document read_document(std::string_view bytes, const std::string& source_name,
                       const ReadSettings& settings = {});
/// The same of content that is unpacked and a document that identify_document() gave.
Document read_content(Document document, std::string_view content,
                      const ReadSettings& settings = {});

/// A document with the names and the checksum of these bytes, and nothing else. The name is the
/// last part of `source_name`.
Document identify_document(std::string_view bytes, const std::string& source_name);
/// The same with a name of several parts (document_name()).
Document identify_named(std::string_view bytes, const std::string& name);

}  // namespace dossier::extract
