// SPDX-License-Identifier: Apache-2.0
#include "repl/format/write_result.h"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <utility>

#include "dossier/error.h"
#include "parser/rdf/write.h"

namespace dossier::repl {
namespace {

std::uint64_t write_triples(QueryResult& result, RdfFormat format, std::ostream& out,
                            const Layout& layout) {
  std::unique_ptr<RdfWriter> writer = make_rdf_writer(out, format, layout.prefixes);
  std::uint64_t count = 0;
  for (Quad triple; result.next(triple); ++count) writer->write(triple);
  writer->finish();
  return count;
}

std::uint64_t write_triples_as_rows(QueryResult& result, ResultWriter& writer) {
  writer.begin({"subject", "predicate", "object"});
  std::uint64_t count = 0;
  for (Quad triple; result.next(triple); ++count) {
    const std::array<std::optional<Term>, 3> values{
        std::move(triple.subject), std::move(triple.predicate), std::move(triple.object)};
    writer.row(values);
  }
  writer.end();
  return count;
}

WrittenResult write_rows(QueryResult& result, ResultWriter& writer, const RowHook& hook) {
  WrittenResult written;
  Row row;
  // Asked for before the document is begun: a query that fails at once leaves no half of one.
  bool some = result.next(row);
  writer.begin(result.variables());
  for (; some; some = result.next(row), ++written.count) {
    if (hook && !hook(row)) {
      written.more = true;
      break;
    }
    writer.row(row.values());
  }
  writer.end();
  return written;
}

}  // namespace

WrittenResult write_result(QueryResult& result, const OutputFormat& format, std::ostream& out,
                           const Layout& layout, const RowHook& hook) {
  const bool triples =
      result.form() == QueryResult::Form::construct || result.form() == QueryResult::Form::describe;
  if (format.rdf) {
    if (triples) return {write_triples(result, *format.rdf, out, layout), false};
    throw Error(
        ErrorCode::usage,
        fmt::format("the format {} holds triples, and this query gives {}; use one of {}",
                    format.name, result.form() == QueryResult::Form::ask ? "yes or no" : "rows",
                    row_format_list()));
  }
  const std::unique_ptr<ResultWriter> writer = format.make_rows(out, layout);
  if (triples) return {write_triples_as_rows(result, *writer), false};
  if (result.form() == QueryResult::Form::select) return write_rows(result, *writer, hook);
  writer->boolean(result.boolean());
  return {1, false};
}

}  // namespace dossier::repl
