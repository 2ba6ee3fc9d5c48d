// SPDX-License-Identifier: Apache-2.0
// A report on things, documents and queries, as a file that needs nothing else. Private to the
// project.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"

namespace dossier::reporting {

struct ReportQuery {
  std::string title;
  std::string text;  ///< SELECT
};

/// What the report is about, in this order; nothing: the whole knowledge base.
struct ReportRequest {
  std::string title = {};  ///< empty: made of what it is about
  std::vector<Term> entities = {};
  std::vector<Term> documents = {};
  std::vector<ReportQuery> queries = {};
  std::size_t most = 200;  ///< facts of a kind, rows of a query
};

enum class ReportFormat { html, markdown, docx };
/// By the ending of a file name. Throws Error(usage) for another one.
ReportFormat report_format(std::string_view path);

/// Writes the report. Numbered citations lead to sentences with document, date and page; documents
/// have their SHA-256. The same state of the knowledge base gives the same bytes: nothing depends
/// on the time, the machine or its language. Throws Error(input) for an entity and a document of
/// which nothing is known, Error(usage) for a query that is no SELECT, and what
/// KnowledgeBase::query() throws. The knowledge base must not change meanwhile: open it read-only.
void write_report(const KnowledgeBase& kb, const ReportRequest& request, ReportFormat format,
                  std::ostream& out, const QueryOptions& options = {});

}  // namespace dossier::reporting
