// SPDX-License-Identifier: Apache-2.0
// The formats of documents that are read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// A new format is a row of document_formats() and a file with its `read`.
struct DocumentFormat {
  std::string_view name;
  /// Of file names, in lower case; the first is the usual one.
  std::span<const std::string_view> endings;
  /// Whether unpacked content is of this format by what it begins with. Null: only the ending
  /// tells.
  bool (*opens)(std::string_view content);
  /// Null for CoNLL-U, which has sentences already: read_source() reads it.
  SourceText (*read)(std::string_view content, const std::string& name,
                     const ReadSettings& settings);
};

/// All of them, those first whose `opens` is asked first.
std::span<const DocumentFormat> document_formats();

/// By what the (unpacked) content begins with, then by the file name's ending without .gz or .zst;
/// plain text if neither tells. Throws Error(unsupported) for formats that are not read, and for
/// files that hold several documents (container.h).
const DocumentFormat& format_of(const std::string& name, std::string_view content);

/// The format of file names with this ending, .gz, .zst and case ignored; null if there is none.
const DocumentFormat* format_of_ending(std::string_view name);

/// Whether content that is a zip file is one document: of Word, OpenDocument, a book, or an office
/// document of a kind that is not read.
bool is_zip_document(std::string_view name, std::string_view content);

/// Whether a file name has an ending of a document, or of a file that holds some (container.h).
bool is_source_name(std::string_view name);

/// True for CoNLL-U: by the file name's ending, or, of a name that has none, by the form of the
/// first sentence.
bool is_conllu(const std::string& name, std::string_view content);

}  // namespace dossier::extract
