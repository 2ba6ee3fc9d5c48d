// SPDX-License-Identifier: Apache-2.0
// The two halves of an ingest: preparing a document, which needs no knowledge base, and committing
// it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/ingest.h"
#include "extract/corrections/decisions.h"
#include "extract/document.h"
#include "extract/reader/read_settings.h"
#include "extract/resolve/resolve.h"

namespace dossier::extract {

/// A document analysed, its entities not yet those of the knowledge base.
struct PreparedDocument {
  Analysis analysis;  ///< name and checksum only when `unchanged`
  Resolution resolution;
  std::string base_slug;  ///< the slug it has if no other document has it
  std::string part_of;    ///< name of what it came with
  bool may_be_moved = false;
  bool unchanged = false;  ///< the knowledge base had these bytes when it was looked at
};

/// How the options want documents read. The times of the options begin; the work must be done by
/// the calling thread.
ReadSettings read_settings(const IngestOptions& options,
                           std::shared_ptr<DocumentProgress> progress = {});

/// What is to become one document.
struct DocumentBytes {
  std::string_view bytes;
  std::string name;           ///< document_name() of it
  std::string iri_name = {};  ///< what its IRI is made of; empty: `name`
  bool table_record = false;
  std::string part_of = {};   ///< name of what it came with
  bool may_be_moved = false;  ///< it is a file, and may be a known one in another place
};

/// Thread-safe; reads a snapshot of `kb` only to see whether the document is there already.
PreparedDocument prepare_document(const KnowledgeBase& kb, const DocumentBytes& source,
                                  const IngestOptions& options,
                                  std::shared_ptr<DocumentProgress> progress = {});

/// Names the document and its entities as the knowledge base knows them, writes the document's
/// graph and commits `transaction`, which is a new one of `kb`. Nothing of an unchanged document:
/// its report, or none when it is no longer there as it was and has to be prepared again.
///
/// All that is looked up is of the state that `transaction` began on, which no other writer can
/// change before it ends: names, whether the document is there, and the decisions. `decisions`
/// serves all documents of one ingest; it reads them once, and again only when another writer has
/// decided something between two documents.
std::optional<IngestReport> commit_document(KnowledgeBase& kb, Transaction transaction,
                                            PreparedDocument& document, DecisionReader& decisions,
                                            Durability durability,
                                            IngestProfile* profile = nullptr);

}  // namespace dossier::extract
