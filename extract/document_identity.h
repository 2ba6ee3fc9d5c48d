// SPDX-License-Identifier: Apache-2.0
// Which document of a knowledge base a file is: by its name, and by its bytes.
#pragma once

#include <optional>
#include <string>

#include "dossier/term.h"
#include "extract/document.h"
#include "extract/graph/graph_reader.h"

namespace dossier::extract {

/// Gives the document the slug of the file's document, or a new one that no other file has, made of
/// `base`. Returns the name of the file that has the slug it would have had.
std::string name_document(const GraphReader& known, const std::string& base, Document& document);

/// The document that was read from a file of this name; none when there is none.
std::optional<Term> document_named(const GraphReader& known, const std::string& name);

/// Another document of the same bytes.
struct Twin {
  Term document;
  std::string source;
  bool moved = false;  ///< its file is no longer there
};

/// One whose file is no longer there first. `may_be_moved`: the document is a file itself.
std::optional<Twin> twin_of(const GraphReader& known, const Document& document, bool may_be_moved);

}  // namespace dossier::extract
