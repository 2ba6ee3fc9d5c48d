// SPDX-License-Identifier: Apache-2.0
#include "desk/report/sections.h"

#include <fmt/format.h>

#include "desk/report/fact_lines.h"
#include "desk/views/names.h"
#include "desk/views/row_evidence.h"
#include "desk/views/rows.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "parser/sparql/parse.h"

namespace dossier::reporting {
namespace {

constexpr std::size_t kMostThings = 20;
constexpr std::size_t kGraphNodes = 40;
constexpr std::size_t kSentencesOfRow = 3;

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string counted(std::uint64_t number, std::string_view word) {
  return fmt::format("{} {}{}", number, word, number == 1 ? "" : "s");
}

Grid document_table(const std::vector<writing::Source>& sources) {
  Grid out{{"Date", "Document", "Author", "Sentences", "Facts"}, {}};
  for (const writing::Source& one : sources) {
    const DocumentRow& row = one.document;
    out.rows.push_back({{{row.date}},
                        {{title_of(row.document, row.headline)}},
                        {{row.author}},
                        {{std::to_string(row.sentences)}},
                        {{std::to_string(row.facts)}}});
  }
  return out;
}

Grid mention_table(const std::string& what, const std::vector<MentionCount>& list) {
  Grid out{{what, "Sentences"}, {}};
  for (const MentionCount& one : list) {
    const std::string name = one.name.empty() ? one.thing.value() : one.name;
    out.rows.push_back(
        {{{one.date.empty() ? name : one.date + " " + name}}, {{std::to_string(one.sentences)}}});
  }
  return out;
}

Grid most_mentioned(const Draft& draft) {
  Grid out{{"Name", "Sentences"}, {}};
  Namer names(draft.kb);
  for (const Row& row : draft.kb.query(
           "SELECT ?thing (COUNT(DISTINCT ?sentence) AS ?count) WHERE { ?sentence k:mentions "
           "?thing . ?thing rdfs:label ?any FILTER(isIRI(?thing)) FILTER NOT EXISTS { ?thing a "
           "k:Concept } FILTER NOT EXISTS { ?thing a k:Individual } FILTER NOT EXISTS { ?thing a "
           "k:Quantity } } GROUP BY ?thing ORDER BY DESC(?count) ?thing" +
               slice(0, kMostThings),
           draft.options))
    if (row["thing"])
      out.rows.push_back({{{names.label(*row["thing"])}}, {{text_of(row["count"])}}});
  return out;
}

void write_card(Draft& draft, const EntityView& card) {
  draft.heading(2, card.label);
  std::string line = joined(card.class_names);
  if (!card.aliases.empty()) line += (line.empty() ? "" : "; ") + ("also " + joined(card.aliases));
  if (!line.empty()) draft.say(line + ".");
  draft.say(fmt::format("Mentioned in {} of {}. {}", counted(card.sentences, "sentence"),
                        counted(card.documents.size(), "document"), card.entity.value()));
}

/// Dated facts of a thing, asserted or not.
void write_timeline(Draft& draft, const FactsRequest& wanted) {
  FactsRequest request = wanted;
  request.most = draft.request.most * 5;
  draft.table("Timeline", timeline(facts(draft.kb, request, draft.options).rows, draft.citations));
}

Runs value_runs(const Term& term, Namer& names) {
  if (term.is_iri()) return {{names.label(term)}};
  return {{term.is_literal() ? term.value() : term.to_string()}};
}

ast::Query parsed(const std::string& text) {
  SparqlOptions options;
  for (const auto& [name, iri] : predeclared_prefixes()) options.prefixes.emplace_back(name, iri);
  return parse_query(text, options);
}

}  // namespace

void Draft::list(std::string title, std::vector<Runs> items) {
  if (items.empty()) return;
  heading(3, std::move(title));
  blocks.push_back(Bullets{std::move(items)});
}

void Draft::table(std::string title, Grid grid) {
  if (grid.rows.empty()) return;
  heading(3, std::move(title));
  blocks.push_back(std::move(grid));
}

void write_overview(Draft& draft) {
  std::uint64_t sentences = 0, all_facts = 0;
  for (const writing::Source& one : draft.sources) {
    sentences += one.document.sentences;
    all_facts += one.document.facts;
  }
  draft.say(fmt::format("{}, {}, {}.", counted(draft.sources.size(), "document"),
                        counted(sentences, "sentence"), counted(all_facts, "fact")));
  draft.table("Documents", document_table(draft.sources));
  draft.table("Most mentioned", most_mentioned(draft));
  write_timeline(draft, {.names_only = true});
  draft.table("Contradictions", contradictions(draft.kb, {}, draft.citations));
}

void write_entity(Draft& draft, const Term& entity) {
  const EntityView card = entity_view(draft.kb, {entity, draft.request.most}, draft.options);
  if (card.classes.empty() && card.documents.empty() && card.facts.empty() && card.incoming.empty())
    throw Error(ErrorCode::input, "the knowledge base has nothing about " + entity.to_string());
  write_card(draft, card);
  draft.list("Roles", fact_lines(card.roles, draft.citations));
  draft.list("Facts", fact_lines(card.facts, draft.citations));
  draft.list("What others do to it or with it", fact_lines(card.incoming, draft.citations));
  draft.list("Not asserted: denied, planned, alleged",
             fact_lines(card.not_asserted, draft.citations));
  draft.list("Claims about others", fact_lines(card.claims, draft.citations));
  write_timeline(draft, {.about = entity});
  const Graph graph =
      graph_around(draft.kb, {.start = entity, .most_nodes = kGraphNodes}, draft.options);
  if (!graph.edges.empty()) {
    draft.heading(3, "Graph");
    draft.blocks.push_back(graph_picture(graph));
  }
  draft.table("Contradictions", contradictions(draft.kb, {entity}, draft.citations));
  draft.table("Mentioned with", mention_table("Name", card.with));
  draft.table("Documents that mention it", mention_table("Document", card.documents));
}

void write_document(Draft& draft, const writing::Source& source) {
  const DocumentRow& row = source.document;
  draft.heading(2, title_of(row.document, row.headline));
  std::string line = row.date;
  if (!row.author.empty()) line += (line.empty() ? "" : ", ") + row.author;
  if (!line.empty()) draft.say(line + ".");
  draft.say(identity_of(source));
  std::vector<FactRow> asserted, other;
  for (FactRow& fact : writing::facts_of(draft.kb, row.document, draft.options)) {
    std::vector<FactRow>& part = fact.qualifier().empty() ? asserted : other;
    if (part.size() < draft.request.most) part.push_back(std::move(fact));
  }
  draft.list("Facts", fact_lines(asserted, draft.citations));
  draft.list("Not asserted: denied, planned, alleged", fact_lines(other, draft.citations));
  write_timeline(draft, {.document = row.document});
  draft.table("Contradictions", contradictions(draft.kb, {row.document}, draft.citations));
}

void write_query(Draft& draft, const ReportQuery& query) {
  const BoundQuery bound = draft.kb.bind(query.text, {}, draft.options);
  QueryResult result = draft.kb.query(bound.text, bound.options);
  if (result.form() != QueryResult::Form::select)
    throw Error(ErrorCode::usage, query.title + ": only the rows of a SELECT make a report");
  const RowEvidence evidence(parsed(bound.text), bound.options.parameters);
  draft.heading(2, query.title);
  Grid grid{result.variables(), {}};
  Namer names(draft.kb);
  Row row;
  bool more = false;
  while ((more = result.next(row)) && grid.rows.size() < draft.request.most) {
    std::vector<Runs> cells;
    for (std::size_t i = 0; i < row.size(); ++i)
      cells.push_back(row[i] ? value_runs(*row[i], names) : Runs{{""}});
    for (const Evidence& one : evidence.of(
             draft.kb, row, {.limit = kSentencesOfRow, .cancellation = draft.options.cancellation}))
      if (!cells.empty())
        cells.back().back().citations.push_back(draft.citations.number_of(citation_of(one)));
    grid.rows.push_back(std::move(cells));
  }
  if (grid.rows.empty())
    draft.say("No rows.");
  else
    draft.blocks.push_back(std::move(grid));
  if (more) draft.say(fmt::format("Only the first {} rows are shown.", draft.request.most));
}

}  // namespace dossier::reporting
