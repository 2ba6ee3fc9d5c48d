// SPDX-License-Identifier: Apache-2.0
// Reads a document of any format: the entry to every document.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/reader/read_settings.h"

namespace dossier::extract {

/// One in CoNLL-U with its sentences, others with text and paragraphs only. Throws as
/// read_document(), and Error(syntax) for CoNLL-U that is none. Thread-safe.
Analysis read_source(std::string_view bytes, const std::string& source_name,
                     const ReadSettings& settings = {});
/// The same of a document that identify_document() gave for these bytes.
Analysis read_identified(Document document, std::string_view bytes,
                         const ReadSettings& settings = {});

}  // namespace dossier::extract
