// SPDX-License-Identifier: Apache-2.0
#include "parser/results/results.h"

#include <algorithm>
#include <array>

#include "parser/results/drivers.h"

namespace dossier {

ResultsSink::~ResultsSink() = default;

std::unique_ptr<ResultsSink> make_results_writer(std::ostream& out, ResultsFormat format) {
  switch (format) {
    case ResultsFormat::json:
      return results::make_json_writer(out);
    case ResultsFormat::xml:
      return results::make_xml_writer(out);
    case ResultsFormat::csv:
      return results::make_csv_writer(out);
    case ResultsFormat::tsv:
      break;
  }
  return results::make_tsv_writer(out);
}

void parse_results(std::string_view text, ResultsFormat format, ResultsSink& sink,
                   std::size_t max_nesting, const ResultsWatch& given) {
  const ResultsWatch watch = given ? given : [](std::size_t) {};
  switch (format) {
    case ResultsFormat::json:
      return results::parse_json(text, sink, max_nesting, watch);
    case ResultsFormat::xml:
      return results::parse_xml(text, sink, max_nesting, watch);
    case ResultsFormat::csv:
      return results::parse_csv(text, sink, watch);
    case ResultsFormat::tsv:
      return results::parse_tsv(text, sink, watch);
  }
}

std::optional<ResultsFormat> results_format_of_media_type(std::string_view media_type) {
  struct Entry {
    std::string_view type;
    ResultsFormat format;
  };
  static constexpr std::array<Entry, 6> kTypes{
      {{"application/sparql-results+json", ResultsFormat::json},
       {"application/json", ResultsFormat::json},
       {"application/sparql-results+xml", ResultsFormat::xml},
       {"application/xml", ResultsFormat::xml},
       {"text/csv", ResultsFormat::csv},
       {"text/tab-separated-values", ResultsFormat::tsv}}};
  std::string name(media_type.substr(0, media_type.find_first_of("; \t")));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const Entry& entry : kTypes) {
    if (entry.type == name) return entry.format;
  }
  return std::nullopt;
}

}  // namespace dossier
