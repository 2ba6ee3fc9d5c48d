// SPDX-License-Identifier: Apache-2.0
#include "desk/report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "desk/report/sections.h"
#include "desk/report/writers.h"
#include "desk/write/escape.h"
#include "dossier/error.h"
#include "engine/saved/name_resolution.h"
#include "model/ascii.h"

namespace dossier::reporting {
namespace {

const writing::Source& source_of(const std::vector<writing::Source>& all, const Term& document) {
  for (const writing::Source& one : all)
    if (one.document.document == document) return one;
  throw Error(ErrorCode::input, "there is no document " + document.to_string());
}

std::string title_of_request(const KnowledgeBase& kb, const ReportRequest& request,
                             const std::vector<writing::Source>& sources) {
  if (!request.title.empty()) return request.title;
  std::vector<std::string> parts;
  for (const Term& entity : request.entities) parts.push_back(label_of(kb, entity));
  for (const Term& document : request.documents)
    parts.push_back(title_of(document, source_of(sources, document).document.headline));
  for (const ReportQuery& query : request.queries) parts.push_back(query.title);
  if (parts.empty()) return "What the documents say";
  std::string out = parts.front();
  for (std::size_t i = 1; i < parts.size() && i < 3; ++i) out += ", " + parts[i];
  return parts.size() > 3 ? fmt::format("{} and {} more", out, parts.size() - 3) : out;
}

std::vector<writing::Source> cited(const std::vector<writing::Source>& all,
                                   const std::vector<Citation>& citations) {
  std::set<Term> documents;
  for (const Citation& one : citations) documents.insert(one.document);
  std::vector<writing::Source> out;
  for (const writing::Source& one : all)
    if (documents.contains(one.document.document)) out.push_back(one);
  return out;
}

Report make_report(const KnowledgeBase& kb, const ReportRequest& request,
                   const QueryOptions& options) {
  const std::vector<writing::Source> sources = writing::sources(kb, options);
  Draft draft{kb, request, options, sources};
  for (const Term& entity : request.entities) write_entity(draft, entity);
  for (const Term& document : request.documents)
    write_document(draft, source_of(sources, document));
  for (const ReportQuery& query : request.queries) write_query(draft, query);
  if (draft.blocks.empty()) write_overview(draft);
  std::string title = title_of_request(kb, request, sources);
  // The one thing that it is about need not be named twice.
  const auto* first = std::get_if<Heading>(&draft.blocks.front());
  if (first != nullptr && first->text == title) draft.blocks.erase(draft.blocks.begin());
  return {std::move(title), std::move(draft.blocks), draft.citations.all(),
          cited(sources, draft.citations.all())};
}

}  // namespace

std::size_t Citations::number_of(Citation citation) {
  const auto [at, is_new] = numbers_.emplace(citation.sentence, all_.size() + 1);
  if (is_new) all_.push_back(std::move(citation));
  return at->second;
}

std::string title_of(const Term& document, const std::string& headline) {
  return headline.empty() ? std::string(writing::last_part(document.value())) : headline;
}

std::string place_of(const Citation& citation) {
  std::string out = title_of(citation.document, citation.headline);
  if (!citation.date.empty()) out += ", " + citation.date;
  if (citation.page != 0) out += fmt::format(", page {}", citation.page);
  const std::string_view part = writing::last_part(citation.sentence.value());
  const bool numbered = part.size() > 1 && part.front() == 's' &&
                        part.find_first_not_of("0123456789", 1) == part.npos;
  if (numbered) out += fmt::format(", sentence {}", part.substr(1));
  return out;
}

std::string identity_of(const writing::Source& source) {
  std::string out =
      source.document.file.empty() ? source.document.document.value() : source.document.file;
  if (!source.sha256.empty()) out += ", sha256 " + source.sha256;
  return out;
}

ReportFormat report_format(std::string_view path) {
  const std::string lower = ascii_lower(path);
  if (lower.ends_with(".html") || lower.ends_with(".htm")) return ReportFormat::html;
  if (lower.ends_with(".md") || lower.ends_with(".markdown")) return ReportFormat::markdown;
  if (lower.ends_with(".docx")) return ReportFormat::docx;
  throw Error(ErrorCode::usage,
              fmt::format("{}: a report is a file that ends in .html, .md or .docx", path));
}

void write_report(const KnowledgeBase& kb, const ReportRequest& request, ReportFormat format,
                  std::ostream& out, const QueryOptions& options) {
  const Report report = make_report(kb, request, options);
  switch (format) {
    case ReportFormat::html:
      return write_html(report, out);
    case ReportFormat::markdown:
      return write_markdown(report, out);
    case ReportFormat::docx:
      return write_docx(report, out);
  }
}

}  // namespace dossier::reporting
