// SPDX-License-Identifier: Apache-2.0
// What <dossier/news.h> declares.
#include "dossier/news.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/error.h"
#include "engine/saved/saved_queries.h"
#include "engine/standing/standing_rows.h"
#include "model/nearest.h"
#include "storage/store.h"

namespace dossier {
namespace {

using standing::ReadRows;
using standing::Record;

ReadRows rows_of(const KnowledgeBase& kb) {
  return [&kb](std::string_view prefix, const storage::SideRowVisit& visit) {
    kb.store().each_side_row(prefix, visit);
  };
}

Record record_of(const ReadRows& rows, std::string_view name) {
  std::vector<std::string> names;
  for (Record& record : standing::read_records(rows)) {
    if (record.name == name) return std::move(record);
    names.push_back(std::move(record.name));
  }
  throw Error(ErrorCode::input,
              fmt::format("no query is watched as {}{}", name, did_you_mean(name, names)));
}

StandingQuery shown(const Record& record) {
  return {.name = record.name,
          .since = record.since,
          .news = record.next - 1,
          .unsaid = record.next - 1 - record.said,
          .behind = record.behind,
          .fault = record.fault};
}

/// Erases everything about a query. False when there is nothing.
bool erase(storage::WriteTransaction& writes, std::string_view name) {
  bool found = false;
  const auto erase_row = [&](std::string_view key, std::string_view) {
    writes.erase_side_row(std::string(key));
    return found = true;
  };
  writes.each_side_row(standing::answer_key(name), erase_row);
  writes.each_side_row(standing::news_key(name), erase_row);
  const std::string key = standing::record_key(name);
  writes.each_side_row(key, [&](std::string_view other, std::string_view value) {
    return other == key && erase_row(other, value);
  });
  return found;
}

void mark_as_said(KnowledgeBase& kb, const std::vector<StandingQuery>& said) {
  const auto writes = kb.store().begin();
  const ReadRows rows = [&](std::string_view prefix, const storage::SideRowVisit& visit) {
    writes->each_side_row(prefix, visit);
  };
  for (Record& record : standing::read_records(rows)) {
    const auto told = std::find_if(said.begin(), said.end(), [&](const StandingQuery& query) {
      return query.name == record.name && query.since == record.since;
    });
    if (told == said.end() || told->news <= record.said) continue;
    record.said = told->news;
    writes->put_side_row(standing::record_key(record.name), standing::encode(record));
  }
  writes->commit();
}

}  // namespace

void watch_query(KnowledgeBase& kb, std::string_view name, const ParameterValues& values,
                 const QueryOptions& options) {
  const BoundQuery bound = kb.bind(kb.saved_query(name).text, values, options);
  Record record;
  record.name = name;
  record.text = bound.text;
  record.options = bound.options;
  {
    const auto writes = kb.store().begin();
    erase(*writes, name);
    writes->put_side_row(standing::record_key(name), standing::encode(record));
    writes->commit();
  }
  compare_standing_queries(kb);
  const std::string fault = record_of(rows_of(kb), name).fault;
  if (fault.empty()) return;
  unwatch_query(kb, name);
  throw Error(ErrorCode::usage, fmt::format("{} cannot be watched: {}", name, fault));
}

bool unwatch_query(KnowledgeBase& kb, std::string_view name) {
  bool is_watched = false;
  for (const Record& record : standing::read_records(rows_of(kb)))
    is_watched = is_watched || record.name == name;
  if (!is_watched) return false;
  const auto writes = kb.store().begin();
  erase(*writes, name);
  writes->commit();
  return true;
}

std::vector<StandingQuery> standing_queries(const KnowledgeBase& kb) {
  std::vector<StandingQuery> queries;
  for (const Record& record : standing::read_records(rows_of(kb))) queries.push_back(shown(record));
  return queries;
}

BoundQuery standing_query_text(const KnowledgeBase& kb, std::string_view name) {
  Record record = record_of(rows_of(kb), name);
  return {std::move(record.text), std::move(record.options)};
}

std::vector<NewsRow> news(const KnowledgeBase& kb, const NewsRequest& request) {
  const ReadRows rows = rows_of(kb);
  std::vector<Record> records;
  if (request.query) {
    records.push_back(record_of(rows, *request.query));
  } else {
    records = standing::read_records(rows);
  }
  std::vector<NewsRow> out;
  for (const Record& record : records) {
    const std::vector<standing::RowHash> answers = standing::read_answers(rows, record.name);
    for (NewsRow& row : standing::read_news(rows, record.name)) {
      if (row.time < request.since || row.number <= request.after) continue;
      row.is_current =
          std::binary_search(answers.begin(), answers.end(), standing::hash_of(row.values));
      out.push_back(std::move(row));
    }
  }
  return out;
}

void compare_standing_queries(KnowledgeBase& kb) {
  for (const Record& record : standing::read_records(rows_of(kb))) {
    if (!record.behind) continue;
    kb.begin().commit();  // without changes it compares what is behind
    return;
  }
}

void tell_news(KnowledgeBase& kb,
               const std::function<void(const std::vector<StandingQuery>&)>& tell) {
  compare_standing_queries(kb);
  std::vector<StandingQuery> queries = standing_queries(kb);
  std::erase_if(
      queries, [](const StandingQuery& query) { return query.unsaid == 0 && query.fault.empty(); });
  if (queries.empty()) return;
  tell(queries);
  mark_as_said(kb, queries);
}

}  // namespace dossier
