// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "dossier/results.h"
#include "engine/results/row_writers.h"
#include "model/ascii.h"
#include "model/nearest.h"
#include "parser/results/results.h"

namespace dossier {
namespace {

template <std::size_t size>
using Words = std::array<std::string_view, size>;

constexpr Words<1> kCsv{"csv"}, kCsvTypes{"text/csv"};
constexpr Words<1> kTsv{"tsv"}, kTsvTypes{"text/tab-separated-values"};
constexpr Words<2> kJson{"srj", "json"};
constexpr Words<2> kJsonTypes{"application/sparql-results+json", "application/json"};
constexpr Words<2> kXml{"srx", "xml"};
constexpr Words<3> kXmlTypes{"application/sparql-results+xml", "application/xml", "text/xml"};
constexpr Words<1> kJsonLines{"jsonl"}, kJsonLinesTypes{"application/jsonl"};
constexpr Words<1> kNdjson{"ndjson"}, kNdjsonTypes{"application/x-ndjson"};
constexpr Words<1> kMarkdown{"md"}, kMarkdownTypes{"text/markdown"};
constexpr Words<1> kNt{"nt"}, kNtTypes{"application/n-triples"};
constexpr Words<1> kNq{"nq"}, kNqTypes{"application/n-quads"};
constexpr Words<1> kTtl{"ttl"}, kTtlTypes{"text/turtle"};
constexpr Words<1> kTrig{"trig"}, kTrigTypes{"application/trig"};

constexpr Words<2> kRdfXml{"rdf", "owl"};
constexpr Words<1> kRdfXmlTypes{"application/rdf+xml"};

constexpr Words<1> kJsonLd{"jsonld"}, kJsonLdTypes{"application/ld+json"};

template <ResultsFormat format>
std::unique_ptr<ResultsSink> make_standard_writer(std::ostream& out, const Prefixes&) {
  return make_results_writer(out, format);
}

constexpr ResultFormat rows(std::string_view name, std::span<const std::string_view> endings,
                            std::span<const std::string_view> media_types,
                            decltype(ResultFormat::make_writer) make_writer) {
  return {name, endings, media_types, std::nullopt, make_writer};
}

constexpr ResultFormat triples(std::string_view name, std::span<const std::string_view> endings,
                               std::span<const std::string_view> media_types, RdfFormat rdf) {
  return {name, endings, media_types, rdf, nullptr};
}

constexpr std::array kFormats{
    rows("csv", kCsv, kCsvTypes, make_standard_writer<ResultsFormat::csv>),
    rows("tsv", kTsv, kTsvTypes, make_standard_writer<ResultsFormat::tsv>),
    rows("json", kJson, kJsonTypes, make_standard_writer<ResultsFormat::json>),
    rows("xml", kXml, kXmlTypes, make_standard_writer<ResultsFormat::xml>),
    rows("jsonlines", kJsonLines, kJsonLinesTypes, results::make_json_lines_writer),
    rows("ndjson", kNdjson, kNdjsonTypes, results::make_plain_json_lines_writer),
    rows("markdown", kMarkdown, kMarkdownTypes, results::make_markdown_writer),
    triples("nt", kNt, kNtTypes, RdfFormat::ntriples),
    triples("nq", kNq, kNqTypes, RdfFormat::nquads),
    triples("ttl", kTtl, kTtlTypes, RdfFormat::turtle),
    triples("trig", kTrig, kTrigTypes, RdfFormat::trig),
    triples("rdfxml", kRdfXml, kRdfXmlTypes, RdfFormat::rdfxml),
    rows("jsonld", kJsonLd, kJsonLdTypes, results::make_jsonld_writer),
};

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::span<const ResultFormat> result_formats() { return kFormats; }

const ResultFormat* find_result_format(std::string_view name) noexcept {
  const std::optional<RdfFormat> rdf = rdf_format_named(name);
  for (const ResultFormat& format : kFormats) {
    if (name == format.name || contains(format.endings, name)) return &format;
    if (rdf && format.rdf == rdf) return &format;
  }
  return nullptr;
}

const ResultFormat& result_format(std::string_view name) {
  if (const ResultFormat* format = find_result_format(name)) return *format;
  std::vector<std::string> names;
  for (const ResultFormat& format : kFormats) names.emplace_back(format.name);
  throw Error(ErrorCode::usage, fmt::format("there is no format {}{}\nformats: {}", name,
                                            did_you_mean(name, names), fmt::join(names, " ")));
}

const ResultFormat* result_format_of_media_type(std::string_view media_type) {
  const std::string type = ascii_lower(media_type.substr(0, media_type.find_first_of("; \t")));
  for (const ResultFormat& format : kFormats) {
    if (contains(format.media_types, type)) return &format;
  }
  return nullptr;
}

std::unique_ptr<ResultsSink> make_results_writer(std::ostream& out, std::string_view format,
                                                 const Prefixes& prefixes) {
  const ResultFormat& found = result_format(format);
  if (found.make_writer == nullptr) {
    throw Error(ErrorCode::usage, fmt::format("the format {} holds triples, not rows", found.name));
  }
  return found.make_writer(out, prefixes);
}

}  // namespace dossier
