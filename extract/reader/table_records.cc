// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/table_records.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "extract/interruption.h"
#include "extract/reader/decode.h"
#include "extract/reader/table_rows.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using Json = nlohmann::json;

struct Wanted {
  const char* key;
  const std::string& column;
};

/// The columns of a record, under the names that record_text() knows.
std::vector<Wanted> wanted_columns(const TableColumns& columns) {
  return {{"text", columns.text},
          {"title", columns.title},
          {"date", columns.date},
          {"author", columns.author}};
}

void check_count(std::size_t count, const std::string& source_name, const ReadLimits& limits) {
  if (count > limits.entries)
    refuse_source(source_name, fmt::format("it has more than {} rows; split it", limits.entries));
}

/// Names are compared with case, and without where that finds none.
std::optional<std::size_t> column_number(const std::vector<std::string>& names,
                                         const std::string& wanted) {
  for (const bool folded : {false, true}) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string name = to_utf8(trim(to_code_points(names[i])));
      if (folded ? to_lower(std::string_view(name)) == to_lower(std::string_view(wanted))
                 : name == wanted)
        return i;
    }
  }
  return std::nullopt;
}

std::size_t required_column(const std::vector<std::string>& names, const std::string& wanted,
                            const std::string& source_name) {
  if (const auto number = column_number(names, wanted)) return *number;
  refuse_source(source_name, fmt::format("the table has no column {}; it has: {}", wanted,
                                         fmt::join(names, ", ")));
}

std::string content_of(const Json& record) {
  const auto text = record.find("text");
  if (text == record.end() || trim(to_code_points(text->get<std::string>())).empty()) return {};
  return record.dump();
}

std::vector<TableRecord> separated_records(const std::string& text, char separator,
                                           const std::string& source_name,
                                           const ReadSettings& settings) {
  TableRows rows(text, separator);
  std::vector<std::string> cells;
  if (!rows.next(cells)) refuse_source(source_name, "the table is empty");
  std::vector<std::pair<const char*, std::size_t>> columns;
  for (const Wanted& wanted : wanted_columns(settings.columns))
    if (!wanted.column.empty())
      columns.emplace_back(wanted.key, required_column(cells, wanted.column, source_name));
  std::vector<TableRecord> records;
  while (rows.next(cells)) {
    TableRecord record;
    record.number = records.size() + 1;
    check_count(record.number, source_name, settings.limits);
    Json content;
    for (const auto& [key, number] : columns)
      if (number < cells.size()) content[key] = cells[number];
    record.content = content_of(content);
    if (rows.is_open())
      record.error = Error(ErrorCode::input, "a quote opens in this row and is not closed");
    records.push_back(std::move(record));
  }
  return records;
}

/// A member as text: texts as they are, numbers and truth values as written.
std::string member_text(const Json& object, const std::string& name) {
  const auto found = object.find(name);
  // Lists and objects are no text.
  if (found == object.end() || found->is_null() || found->is_structured()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

TableRecord json_record(std::string_view line, std::size_t number, const TableColumns& columns) {
  TableRecord record;
  record.number = number;
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) {
    record.error = Error(ErrorCode::input, "this line is no JSON object");
    return record;
  }
  if (!object.contains(columns.text)) {
    record.error =
        Error(ErrorCode::input, fmt::format("the object has no member {}", columns.text));
    return record;
  }
  Json content;
  for (const Wanted& wanted : wanted_columns(columns)) {
    if (wanted.column.empty()) continue;
    content[wanted.key] = member_text(object, wanted.column);
  }
  record.content = content_of(content);
  return record;
}

std::vector<TableRecord> json_records(std::string_view text, const std::string& source_name,
                                      const ReadSettings& settings) {
  std::vector<TableRecord> records;
  while (!text.empty()) {
    Interruption::look();
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    check_count(records.size() + 1, source_name, settings.limits);
    records.push_back(json_record(line, records.size() + 1, settings.columns));
  }
  return records;
}

}  // namespace

std::vector<TableRecord> table_records(std::string_view content, TableForm form,
                                       const std::string& source_name,
                                       const ReadSettings& settings) {
  const std::string text = to_utf8(decode_text(content, source_name));
  if (settings.columns.text.empty()) {
    throw Error(
        ErrorCode::usage,
        fmt::format("{}: name the column that holds the texts (--text-column NAME); the "
                    "table begins: {}",
                    source_name, text.substr(0, std::min<std::size_t>(text.find('\n'), 200))));
  }
  switch (form) {
    case TableForm::comma:
      return separated_records(text, separator_of(text), source_name, settings);
    case TableForm::tab:
      return separated_records(text, '\t', source_name, settings);
    case TableForm::json_lines:
      return json_records(text, source_name, settings);
  }
  return {};
}

SourceText record_text(std::string_view content, const std::string& source_name,
                       const ReadSettings& settings) {
  const Json record = Json::parse(content, nullptr, false);
  if (!record.is_object()) refuse_source(source_name, "this is no record of a table");
  SourceText source;
  source.may_have_foot = false;
  const std::string title = record.value("title", "");
  source.facts.date = record.value("date", "");
  source.facts.author = record.value("author", "");
  if (!title.empty()) {
    source.headline = add_block(source, trim(to_code_points(title)));
    source.may_have_header = false;
  }
  add_block(source, to_code_points(record.value("text", "")));
  refuse_beyond(settings.limits.text, source.text.size(), source_name);
  return source;
}

}  // namespace dossier::extract
