// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/list.h"

#include <cstdint>
#include <memory>

#include "repl/process/counting.h"
#include "repl/shell/statements.h"

namespace dossier::repl {

RowList numbered(RowList list) {
  list.columns.insert(list.columns.begin(), "#");
  std::int64_t number = 0;
  for (auto& row : list.rows) row.insert(row.begin(), Term::integer(++number));
  return list;
}

void show_list(Session& session, const RowList& list, std::string_view word,
               std::string_view plural) {
  const auto columns = std::make_shared<const std::vector<std::string>>(list.columns);
  std::vector<Row> rows;
  rows.reserve(list.rows.size());
  for (const auto& values : list.rows) rows.emplace_back(columns, values);
  show_rows(session, list.columns, rows, true);
  session.say_written(counted(rows.size(), word, plural));
  if (session.shows() && session.settings().mode.for_people()) {
    session.out() << counted(rows.size(), word, plural) << '\n';
  }
}

}  // namespace dossier::repl
