// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <memory>
#include <string>
#include <utility>

#include "dossier/error.h"
#include "dossier/results.h"
#include "engine/results/row_writers.h"
#include "engine/results/write_by_term.h"
#include "parser/rdf/write.h"

namespace dossier {
namespace {

bool gives_triples(const QueryResult& result) {
  return result.form() == QueryResult::Form::construct ||
         result.form() == QueryResult::Form::describe;
}

WrittenResults write_rdf(QueryResult& result, RdfFormat format, std::ostream& out) {
  const std::unique_ptr<RdfWriter> writer = make_rdf_writer(out, format, result.prefixes());
  WrittenResults written;
  for (Quad triple; result.next(triple); ++written.count) writer->write(triple);
  writer->finish();
  return written;
}

WrittenResults write_triples(QueryResult& result, ResultsSink& sink) {
  WrittenResults written;
  Quad triple;
  bool some = result.next(triple);
  sink.begin({"subject", "predicate", "object"});
  for (; some; some = result.next(triple), ++written.count) {
    const std::array<std::optional<Term>, 3> values{
        std::move(triple.subject), std::move(triple.predicate), std::move(triple.object)};
    sink.row(values);
  }
  sink.end();
  return written;
}

WrittenResults write_rows(QueryResult& result, ResultsSink& sink, const RowHook& hook) {
  WrittenResults written;
  Row row;
  // Asked for before the document begins: a query that fails at once leaves no half of one.
  bool some = result.next(row);
  sink.begin(result.variables());
  for (; some; some = result.next(row), ++written.count) {
    if (hook && !hook(row)) {
      written.more = true;
      break;
    }
    sink.row(row.values());
  }
  sink.end();
  return written;
}

/// The names of the formats that hold rows.
std::string row_format_list() {
  std::string list;
  for (const ResultFormat& format : result_formats()) {
    if (format.rdf || format.make_writer == results::make_jsonld_writer) continue;
    if (!list.empty()) list += ", ";
    list += format.name;
  }
  return list;
}

}  // namespace

WrittenResults write_results(QueryResult& result, ResultsSink& sink, const RowHook& hook) {
  if (gives_triples(result)) return write_triples(result, sink);
  if (result.form() == QueryResult::Form::select) {
    auto* const by_term = hook ? nullptr : dynamic_cast<WrittenTermsSink*>(&sink);
    if (by_term != nullptr) return {results::write_by_term(result, *by_term), false};
    return write_rows(result, sink, hook);
  }
  sink.boolean(result.boolean());
  return {1, false};
}

WrittenResults write_results(QueryResult& result, const ResultFormat& format, std::ostream& out,
                             const RowHook& hook) {
  if (!format.rdf) return write_results(result, *format.make_writer(out, result.prefixes()), hook);
  if (gives_triples(result)) return write_rdf(result, *format.rdf, out);
  const bool is_ask = result.form() == QueryResult::Form::ask;
  throw Error(ErrorCode::usage,
              fmt::format("the format {} holds triples, and this query gives {}; use one of {}",
                          format.name, is_ask ? "yes or no" : "rows", row_format_list()));
}

WrittenResults write_results(QueryResult& result, std::string_view format, std::ostream& out,
                             const RowHook& hook) {
  return write_results(result, result_format(format), out, hook);
}

}  // namespace dossier
