// SPDX-License-Identifier: Apache-2.0
// What is read in a document, without a knowledge base.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "dossier/export.h"
#include "dossier/ingest.h"

namespace dossier {

/// Reads one document of any format ingest() reads and writes its tokens, tags, trees and names as
/// CoNLL-U. A document in CoNLL-U keeps its tokens, and its tags and trees unless `retag`. Throws
/// as ingest(), and Error(syntax) for CoNLL-U that is none.
DOSSIER_API void annotate(const std::string& path, bool retag, std::ostream& out);
/// As annotate() for text already in memory; `source_name` stands for the file name.
DOSSIER_API void annotate_text(std::string_view bytes, const std::string& source_name, bool retag,
                               std::ostream& out);

/// Reads one document and writes its open tuples, a line each: sentence, confidence, relation,
/// arguments, with tabs between. `one_per_line`: each line is one sentence of its own. Throws as
/// ingest().
DOSSIER_API void write_open_facts(const std::string& path, bool one_per_line, std::ostream& out);
/// As write_open_facts() for text already in memory.
DOSSIER_API void write_open_facts_of_text(std::string_view bytes, const std::string& source_name,
                                          bool one_per_line, std::ostream& out);

enum class FactFormat : std::uint8_t {
  nquads,  ///< the graph ingest() would write
  json,    ///< one object: document, sentences with their facts, entities
  trace,   ///< each sentence with its facts and what made them: a rule or a construction
};

/// Reads one document and writes what an empty knowledge base would get of it. Throws as ingest().
DOSSIER_API void write_document_facts(const std::string& path, const Rules& rules,
                                      FactFormat format, std::ostream& out);
/// As write_document_facts() for text already in memory.
DOSSIER_API void write_document_facts_of_text(std::string_view bytes,
                                              const std::string& source_name, const Rules& rules,
                                              FactFormat format, std::ostream& out);

}  // namespace dossier
