// SPDX-License-Identifier: Apache-2.0
// A knowledge base in the formats of other programs. Private to the project.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "dossier/dossier.h"

namespace dossier::exporting {

struct ExportRequest {
  std::string format;       ///< a name of export_formats()
  std::string path;         ///< the file or new folder; empty: the stream that is given
  bool names = false;       ///< things and relations by their names instead of IRIs
  bool named_only = false;  ///< facts between two things with names
  double min_confidence = 0;
};

/// What a format is given.
struct ExportJob {
  const KnowledgeBase& kb;
  const ExportRequest& request;
  const QueryOptions& options;
  std::ostream& out;  ///< for a format of one file, when the request has no path
};

struct ExportFormat {
  std::string_view name, summary;
  bool folder = false;                               ///< several files; needs a path
  bool has_names = false;                            ///< ExportRequest::names says something
  bool chooses_facts = false;                        ///< so do named_only and min_confidence
  std::string (*write)(const ExportJob&) = nullptr;  ///< returns what was written: "12 facts"
};

/// One file of this folder each: a new format is a file and a line of the table in formats.cc.
std::span<const ExportFormat> export_formats();

/// Writes facts with their citations, by document; returns how many, in words: "12 facts and 8
/// things". Files appear as a whole or not at all. The same state of the knowledge base gives the
/// same bytes. Memory grows with the things, not with the facts. Every query has the limits of
/// `options`. Throws Error(usage) for an unknown format, for what the format cannot do and for a
/// folder that has files; Error(input) for what cannot be written; what KnowledgeBase::query()
/// throws. The knowledge base must not change meanwhile: open it read-only.
std::string export_knowledge(const KnowledgeBase& kb, const ExportRequest& request,
                             std::ostream& out, const QueryOptions& options = {});

}  // namespace dossier::exporting
