// SPDX-License-Identifier: Apache-2.0
// Shows what would be stored for a document, without a knowledge base.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/quad.h"
#include "extract/document.h"
#include "extract/reader/read_settings.h"
#include "extract/rules/rule_set.h"

namespace dossier::extract {

/// A document with the quads that an empty knowledge base would get.
struct DocumentFacts {
  Analysis analysis;
  /// Blank nodes are labelled by document, so that several documents fit into one file.
  std::vector<Quad> quads;
  std::vector<Term> entities;  ///< the IRIs of Analysis::entities
};

/// The whole way from bytes to quads. `whole_name`: folders of the name are part of the document's
/// name. Errors as ingest_text().
DocumentFacts read_facts(std::string_view bytes, const std::string& source_name,
                         const rules::RuleSet& rules, const ReadSettings& settings = {},
                         bool whole_name = false);

void write_nquads(const DocumentFacts& facts, std::ostream& out);
/// One JSON object, README.md has its shape.
void write_json(const DocumentFacts& facts, std::ostream& out);
/// Each sentence with its facts and the rules and constructions that made them.
void write_trace(const DocumentFacts& facts, std::ostream& out);

}  // namespace dossier::extract
