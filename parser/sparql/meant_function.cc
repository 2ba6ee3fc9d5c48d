// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>
#include <vector>

#include "model/nearest.h"
#include "parser/sparql/builtins.h"
#include "parser/sparql/suggest.h"

namespace dossier::sparql {
namespace {

/// What other languages call our functions.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kOtherNames = {{
    {"LENGTH", "STRLEN"},    {"LEN", "STRLEN"},           {"UPPER", "UCASE"},
    {"TOUPPER", "UCASE"},    {"LOWER", "LCASE"},          {"TOLOWER", "LCASE"},
    {"SUBSTRING", "SUBSTR"}, {"STARTSWITH", "STRSTARTS"}, {"ENDSWITH", "STRENDS"},
    {"LIKE", "REGEX"},       {"MATCHES", "REGEX"},        {"MATCH", "REGEX"},
    {"IFNULL", "COALESCE"},  {"NVL", "COALESCE"},         {"CEILING", "CEIL"},
    {"TODAY", "NOW"},        {"RANDOM", "RAND"},          {"HOUR", "HOURS"},
    {"MINUTE", "MINUTES"},   {"SECOND", "SECONDS"},       {"TYPEOF", "DATATYPE"},
    {"CASE", "IF"},
}};

}  // namespace

std::optional<std::string_view> meant_function(std::string_view name) {
  for (const auto& [other, own] : kOtherNames) {
    if (edit_distance(name, other) == 0) return own;
  }
  std::vector<std::string_view> names;
  for (const BuiltinSignature& builtin : builtins()) names.push_back(builtin.name);
  if (const auto near = nearest(name, names)) return near;
  for (const auto& [other, own] : kOtherNames) {
    if (edit_distance(name, other) == 1 && name.size() > 3) return own;
  }
  std::optional<std::string_view> longest;
  for (const std::string_view known : names) {
    const bool begins = known.size() > 2 && name.size() > known.size() &&
                        edit_distance(name.substr(0, known.size()), known) == 0;
    if (begins && (!longest || known.size() > longest->size())) longest = known;
  }
  return longest;
}

}  // namespace dossier::sparql
