// SPDX-License-Identifier: Apache-2.0
#include "repl/format/output_format.h"

#include <array>

#include "repl/format/named_rows.h"
#include "repl/format/wrapped_table.h"

namespace dossier::repl {
namespace {

constexpr std::array kTerminalFormats{OutputFormat{"table", nullptr, make_table_writer},
                                      OutputFormat{"line", nullptr, make_line_writer},
                                      OutputFormat{"wrapped", nullptr, make_wrapped_table_writer}};

/// All formats: those for terminals, of rows, of triples.
std::vector<OutputFormat> all_formats() {
  std::vector<OutputFormat> formats(kTerminalFormats.begin(), kTerminalFormats.end());
  for (const ResultFormat& format : result_formats()) {
    formats.push_back({format.name, &format, nullptr});
  }
  return formats;
}

}  // namespace

std::unique_ptr<ResultsSink> OutputFormat::make_writer(std::ostream& out,
                                                       const Layout& layout) const {
  return for_people() ? make_terminal_writer(out, layout)
                      : standard->make_writer(out, layout.prefixes);
}

std::optional<OutputFormat> output_format_named(std::string_view word) {
  for (const OutputFormat& format : kTerminalFormats) {
    if (word == format.name) return format;
  }
  const ResultFormat* standard = find_result_format(word);
  if (standard == nullptr) return std::nullopt;
  return OutputFormat{standard->name, standard, nullptr};
}

std::vector<std::string> output_format_names() {
  std::vector<std::string> names;
  for (const OutputFormat& format : all_formats()) names.emplace_back(format.name);
  return names;
}

std::string row_format_list() {
  std::string list;
  for (const OutputFormat& format : all_formats()) {
    if (format.is_rdf()) continue;
    if (!list.empty()) list += ", ";
    list += format.name;
  }
  return list;
}

WrittenResults write_result(QueryResult& result, const OutputFormat& format, std::ostream& out,
                            const Layout& layout, const RowHook& hook) {
  if (format.is_rdf()) return write_results(result, *format.standard, out, hook);
  return write_results(result, *format.make_writer(out, layout), hook);
}

WrittenResults write_named_result(const KnowledgeBase& kb, QueryResult& result,
                                  const OutputFormat& format, std::ostream& out,
                                  const Layout& layout, const RowHook& hook) {
  if (format.is_rdf()) return write_results(result, *format.standard, out, hook);
  const std::unique_ptr<ResultsSink> writer = format.make_writer(out, layout);
  NamedRows named(kb, *writer);
  return write_results(result, named, hook);
}

}  // namespace dossier::repl
