// SPDX-License-Identifier: Apache-2.0
#include "repl/input/option_values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "engine/saved/name_resolution.h"
#include "model/nearest.h"

namespace dossier::repl {
namespace {

struct Unit {
  std::string_view name;
  double factor;
};
constexpr std::array<Unit, 6> kDurations{
    {{"ms", 1}, {"s", 1e3}, {"", 1e3}, {"min", 6e4}, {"m", 6e4}, {"h", 36e5}}};
constexpr std::array<Unit, 10> kSizes{{{"", 1},
                                       {"B", 1},
                                       {"K", 1024},
                                       {"KB", 1024},
                                       {"M", 1048576},
                                       {"MB", 1048576},
                                       {"G", 1073741824},
                                       {"GB", 1073741824},
                                       {"T", 1099511627776.0},
                                       {"TB", 1099511627776.0}}};

/// A number that is not negative, directly followed by one of the units.
template <std::size_t N>
std::optional<double> parse_with_unit(std::string_view text, const std::array<Unit, N>& units) {
  double number = 0;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number, std::chars_format::fixed);
  if (error != std::errc{} || !(number >= 0) || text.starts_with('-')) return std::nullopt;
  const std::string_view rest(end, static_cast<std::size_t>(last - end));
  for (const Unit& unit : units) {
    if (rest == unit.name) return number * unit.factor;
  }
  return std::nullopt;
}

[[noreturn]] void refuse(std::string_view option, std::string_view text, std::string_view right) {
  throw Error(ErrorCode::usage, fmt::format("{} cannot be \"{}\": write {}", option, text, right));
}

}  // namespace

std::chrono::milliseconds parse_duration(std::string_view option, std::string_view text) {
  const std::optional<double> value = parse_with_unit(text, kDurations);
  // A longer time could not be counted in nanoseconds.
  constexpr double kLongest = 1e12;
  if (!value || *value > kLongest) refuse(option, text, "a time as in 10s, 500ms, 2m or 1h");
  return std::chrono::milliseconds(static_cast<std::int64_t>(*value));
}

std::size_t parse_size(std::string_view option, std::string_view text) {
  const std::optional<double> value = parse_with_unit(text, kSizes);
  if (!value || *value > 9e18) refuse(option, text, "a size as in 512M or 2G");
  return static_cast<std::size_t>(*value);
}

std::uint64_t parse_count(std::string_view option, std::string_view text) {
  std::uint64_t value = 0;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, value);
  if (error != std::errc{} || end != last) refuse(option, text, "a whole number");
  return value;
}

DefaultGraph parse_default_graph(std::string_view text) {
  if (text == "union") return DefaultGraph::union_of_all;
  if (text == "strict") return DefaultGraph::strict;
  refuse("--default-graph", text, "union or strict");
}

OutputFormat parse_output_format(std::string_view text) {
  if (const std::optional<OutputFormat> format = output_format_named(text)) return *format;
  const std::vector<std::string> names = output_format_names();
  throw Error(ErrorCode::usage, fmt::format("there is no format {}{}\nformats: {}", text,
                                            did_you_mean(text, names), fmt::join(names, " ")));
}

Term iri_argument(std::string_view option, const std::string& text, const Prefixes& prefixes) {
  const std::optional<Term> term = parsed_term(text, prefixes);
  if (term && term->is_iri()) return *term;
  const bool absolute = !term && text.find(':') != std::string::npos &&
                        text.find_first_of(" <>\"{}|\\^`") == std::string::npos;
  if (!absolute)
    throw Error(ErrorCode::usage, fmt::format("{} needs an IRI, not {}", option, text));
  return Term::iri(text);
}

RdfFormat parse_rdf_format(std::string_view text) {
  if (const std::optional<RdfFormat> format = rdf_format_named(text)) return *format;
  refuse("--format", text, "nt, nq, ttl, trig or rdfxml");
}

}  // namespace dossier::repl
