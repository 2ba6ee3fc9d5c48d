#include "repl/format/formats.h"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <utility>

#include "model/error.h"

namespace dossier::repl {
namespace {

struct Entry {
  OutputFormat format;
  std::string_view other_name;
};

const std::array<Entry, 12>& entries() {
  static const std::array<Entry, 12> table{{
      {{"table", make_table_writer, std::nullopt, true}, "table"},
      {{"csv", make_csv_writer, std::nullopt, false}, "csv"},
      {{"tsv", make_tsv_writer, std::nullopt, false}, "tsv"},
      {{"json", make_json_writer, std::nullopt, false}, "json"},
      {{"xml", make_xml_writer, std::nullopt, false}, "xml"},
      {{"jsonlines", make_json_lines_writer, std::nullopt, false}, "jsonl"},
      {{"markdown", make_markdown_writer, std::nullopt, false}, "md"},
      {{"line", make_line_writer, std::nullopt, true}, "line"},
      {{"nt", nullptr, RdfFormat::ntriples, false}, "ntriples"},
      {{"nq", nullptr, RdfFormat::nquads, false}, "nquads"},
      {{"ttl", nullptr, RdfFormat::turtle, false}, "turtle"},
      {{"trig", nullptr, RdfFormat::trig, false}, "trig"},
  }};
  return table;
}

std::uint64_t write_triples(QueryResult& result, RdfFormat format, std::ostream& out,
                            const Layout& layout) {
  std::unique_ptr<RdfWriter> writer = make_rdf_writer(out, format, layout.prefixes);
  std::uint64_t count = 0;
  for (Quad triple; result.next(triple); ++count) writer->write(triple);
  writer->finish();
  return count;
}

std::uint64_t write_triples_as_rows(QueryResult& result, ResultWriter& writer) {
  const auto variables = std::make_shared<const std::vector<std::string>>(
      std::vector<std::string>{"subject", "predicate", "object"});
  writer.begin(*variables);
  std::uint64_t count = 0;
  for (Quad triple; result.next(triple); ++count) {
    writer.row(Row(variables, {std::move(triple.subject), std::move(triple.predicate),
                               std::move(triple.object)}));
  }
  writer.end();
  return count;
}

std::uint64_t write_rows(QueryResult& result, ResultWriter& writer) {
  writer.begin(result.variables());
  std::uint64_t count = 0;
  for (Row row; result.next(row); ++count) writer.row(row);
  writer.end();
  return count;
}

}  // namespace

std::optional<OutputFormat> output_format_named(std::string_view word) {
  for (const Entry& entry : entries()) {
    if (word == entry.format.name || word == entry.other_name) return entry.format;
  }
  return std::nullopt;
}

std::vector<std::string> output_format_names() {
  std::vector<std::string> names;
  for (const Entry& entry : entries()) names.emplace_back(entry.format.name);
  return names;
}

std::string row_format_list() {
  std::string list;
  for (const Entry& entry : entries()) {
    if (entry.format.rdf) continue;
    if (!list.empty()) list += ", ";
    list += entry.format.name;
  }
  return list;
}

std::uint64_t write_result(QueryResult& result, const OutputFormat& format, std::ostream& out,
                           const Layout& layout) {
  const bool triples =
      result.form() == QueryResult::Form::construct || result.form() == QueryResult::Form::describe;
  if (format.rdf) {
    if (triples) return write_triples(result, *format.rdf, out, layout);
    throw Error(
        ErrorCode::usage,
        fmt::format("the format {} holds triples, and this query gives {}; use one of {}",
                    format.name, result.form() == QueryResult::Form::ask ? "yes or no" : "rows",
                    row_format_list()));
  }
  const std::unique_ptr<ResultWriter> writer = format.make_rows(out, layout);
  if (triples) return write_triples_as_rows(result, *writer);
  if (result.form() == QueryResult::Form::select) return write_rows(result, *writer);
  writer->boolean(result.boolean());
  return 1;
}

}  // namespace dossier::repl
