// SPDX-License-Identifier: Apache-2.0
#include "repl/format/formats.h"

#include <array>

namespace dossier::repl {
namespace {

struct Entry {
  OutputFormat format;
  std::string_view other_name;
};

const std::array<Entry, 12>& entries() {
  static const std::array<Entry, 12> table{{
      {{"table", make_table_writer, std::nullopt, true}, "table"},
      {{"csv", make_standard_writer<ResultsFormat::csv>, std::nullopt, false}, "csv"},
      {{"tsv", make_standard_writer<ResultsFormat::tsv>, std::nullopt, false}, "tsv"},
      {{"json", make_standard_writer<ResultsFormat::json>, std::nullopt, false}, "json"},
      {{"xml", make_standard_writer<ResultsFormat::xml>, std::nullopt, false}, "xml"},
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

}  // namespace dossier::repl
