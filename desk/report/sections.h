// SPDX-License-Identifier: Apache-2.0
// The parts of a report. Private to desk/report.
#pragma once

#include "desk/report/model.h"
#include "desk/report/report.h"

namespace dossier::reporting {

/// Where sections are written to.
struct Draft {
  const KnowledgeBase& kb;
  const ReportRequest& request;
  const QueryOptions& options;
  const std::vector<writing::Source>& sources;  ///< all documents
  std::vector<Block> blocks = {};
  Citations citations = {};

  void heading(int level, std::string text) { blocks.push_back(Heading{level, std::move(text)}); }
  void say(std::string text) { blocks.push_back(Paragraph{{{std::move(text)}}}); }
  /// With a heading, unless there is nothing.
  void list(std::string title, std::vector<Runs> items);
  void table(std::string title, Grid grid);
};

void write_overview(Draft& draft);
void write_entity(Draft& draft, const Term& entity);
void write_document(Draft& draft, const writing::Source& source);
void write_query(Draft& draft, const ReportQuery& query);

/// The things around one, as a picture made by ourselves: the same graph, the same bytes.
Picture graph_picture(const Graph& graph);

}  // namespace dossier::reporting
