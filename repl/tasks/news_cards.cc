// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/news_cards.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "repl/process/counting.h"

namespace dossier::repl {
namespace {

/// "who e:Anna_Keller · place e:Oslo"
std::string values_text(const NewsRow& row, const Prefixes& prefixes) {
  std::string out;
  for (std::size_t i = 0; i < row.variables.size(); ++i) {
    if (!row.values[i]) continue;
    if (!out.empty()) out += " · ";
    out += row.variables[i] + ' ' + one_line(short_text(*row.values[i], prefixes));
  }
  return out;
}

}  // namespace

void write_news(std::ostream& out, const std::vector<NewsItem>& items, const CardStyle& style) {
  std::string query;
  for (const NewsItem& item : items) {
    if (item.row.query != query) out << (query.empty() ? "" : "\n") << item.row.query << '\n';
    query = item.row.query;
    out << fmt::format("\n{}  {}{}\n", item.row.number, values_text(item.row, style.prefixes),
                       item.row.is_current ? "" : "  (no longer an answer)");
    out << "  new since " << item.row.time << '\n';
    for (const Evidence& one : item.evidence) write_one_evidence(out, one, style);
  }
  out << (items.empty() ? "nothing new" : "\n" + counted(items.size(), "new row")) << '\n';
}

RowList news_list(const std::vector<NewsItem>& items) {
  RowList list;
  list.columns = {"query", "number",   "time",     "current", "row",
                  "text",  "document", "sentence", "date",    "speaker"};
  for (const NewsItem& item : items) {
    std::vector<std::optional<Term>> start{
        Term::string(item.row.query), Term::integer(static_cast<std::int64_t>(item.row.number)),
        Term::string(item.row.time), Term::boolean(item.row.is_current),
        Term::string(values_text(item.row, predeclared_prefixes()))};
    for (const Evidence& one : item.evidence) {
      auto row = start;
      row.insert(row.end(), {text_or_none(one.text), one.document, one.sentence,
                             text_or_none(one.date), text_or_none(one.speaker)});
      list.rows.push_back(std::move(row));
    }
    if (!item.evidence.empty()) continue;
    start.resize(list.columns.size());
    list.rows.push_back(std::move(start));
  }
  return list;
}

std::string news_since(const std::string& text) {
  constexpr std::string_view kDay = "0000-00-00", kTime = "0000-00-00T00:00:00Z";
  std::string shape = text;
  for (char& c : shape) c = c >= '0' && c <= '9' ? '0' : c;
  if (shape == kDay || shape == kTime) return text;
  throw Error(ErrorCode::usage,
              fmt::format("\"{}\" is not a day: write it as 2020-11-13, or with a time in UTC as "
                          "2020-11-13T18:30:00Z",
                          text));
}

}  // namespace dossier::repl
