// SPDX-License-Identifier: Apache-2.0
#include "engine/net/endpoint.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/error.h"

namespace dossier::net {
namespace {

constexpr const char* kAccept =
    "application/sparql-results+json, application/sparql-results+xml;q=0.9, "
    "text/tab-separated-values;q=0.5";
constexpr std::size_t kShown = 200;
constexpr std::size_t kMostNesting = 500;

/// The beginning of an answer that is no result: endpoints say there what was wrong.
std::string first_words(const std::string& body) {
  std::string words = body.substr(0, kShown);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return words;
}

}  // namespace

void ask_endpoint(const std::string& endpoint, const std::string& query,
                  const OutsideAccess& access, const Watch& watch, ResultsSink& sink) {
  const Request request{endpoint, kAccept, {{"query", query}}, true};
  const Response response = fetch(request, access, watch);
  if (response.status < 200 || response.status > 299) {
    throw Error(ErrorCode::input, fmt::format("SERVICE <{}>: status {}: {}", endpoint,
                                              response.status, first_words(response.body)));
  }
  const auto format = results_format_of_media_type(response.media_type);
  if (!format || *format == ResultsFormat::csv) {
    throw Error(ErrorCode::input,
                fmt::format("SERVICE <{}>: the answer is of type \"{}\", not SPARQL results in "
                            "JSON, XML or TSV",
                            endpoint, response.media_type));
  }
  std::size_t counted = 0;
  const ResultsWatch reading = [&](std::size_t held) {
    watch.check();
    if (held > counted) watch.received(held - counted);
    counted = std::max(counted, held);
  };
  try {
    parse_results(response.body, *format, sink, kMostNesting, reading);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::syntax && !error.position()) throw;
    throw Error(ErrorCode::input,
                fmt::format("SERVICE <{}>: the answer is damaged: {}", endpoint, error.describe()));
  }
}

}  // namespace dossier::net
