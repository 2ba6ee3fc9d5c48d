// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/row_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "dossier/error.h"
#include "repl/format/printable.h"
#include "repl/input/option_values.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {

std::optional<Term> text_or_none(std::string text) {
  if (text.empty()) return std::nullopt;
  return Term::string(std::move(text));
}

void drop_empty_columns(RowList& list) {
  for (std::size_t i = list.columns.size(); i-- > 0;) {
    const bool empty = std::none_of(list.rows.begin(), list.rows.end(),
                                    [&](const auto& row) { return row[i].has_value(); });
    if (!empty) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    list.columns.erase(list.columns.begin() + at);
    for (auto& row : list.rows) row.erase(row.begin() + at);
  }
}

void write_list(const RowList& list, const OutputFormat& format, Console& console) {
  if (format.is_rdf()) {
    throw Error(ErrorCode::usage, fmt::format("the format {} holds triples, and this is a list; "
                                              "use one of {}",
                                              format.name, row_format_list()));
  }
  PrintableStream cleaned(console.out);
  std::ostream& out = console.out_is_terminal && !format.for_people() ? cleaned : console.out;
  const std::unique_ptr<ResultsSink> writer =
      format.make_writer(out, {console.width(), predeclared_prefixes()});
  writer->begin(list.columns);
  for (const auto& values : list.rows) writer->row(values);
  writer->end();
  out.flush();
}

void ListFormat::declare(Arguments& arguments) {
  arguments.option("--format", word_, "FORMAT",
                   "table json xml csv tsv jsonlines markdown line\n"
                   "(default: table on a terminal, otherwise tsv)");
}

OutputFormat ListFormat::format(const Console& console) const {
  if (word_) return parse_output_format(*word_);
  return parse_output_format(console.out_is_terminal ? "table" : "tsv");
}

}  // namespace dossier::repl
