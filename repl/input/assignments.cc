// SPDX-License-Identifier: Apache-2.0
#include "repl/input/assignments.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "dossier/error.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1));
}

bool is_declared_list(std::string_view name, const std::vector<QueryParameter>& declared) {
  for (const QueryParameter& parameter : declared) {
    if (parameter.name == name) return parameter.list;
  }
  return false;
}

}  // namespace

std::string without_sigil(std::string name) {
  if (!name.empty() && (name.front() == '?' || name.front() == '$')) name.erase(0, 1);
  return name;
}

ParameterValues read_assignments(const std::vector<std::string>& words, std::string_view text) {
  const std::vector<QueryParameter> declared = declared_parameters(text);
  ParameterValues values;
  std::map<std::string, std::vector<ParameterValue::Item>> lists;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    const std::string name = without_sigil(word.substr(0, equals));
    if (equals == std::string::npos || name.empty()) {
      throw Error(ErrorCode::usage, fmt::format("a parameter is written name=value, not {}", word));
    }
    const std::string value = word.substr(equals + 1);
    if (is_declared_list(name, declared)) {
      lists[name].emplace_back(value);
    } else if (!values.emplace(name, value).second) {
      throw Error(ErrorCode::usage, fmt::format("the parameter {} is given twice", name));
    }
  }
  for (auto& [name, items] : lists) values.emplace(name, std::move(items));
  return values;
}

ParameterValue read_list(std::string_view line) {
  std::vector<ParameterValue::Item> items;
  char quote = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    if (at < line.size() && (quote != 0 || line[at] != ',')) {
      if (line[at] == quote) {
        quote = 0;
      } else if (quote == 0 && (line[at] == '"' || line[at] == '\'')) {
        quote = line[at];
      }
      continue;
    }
    items.emplace_back(trimmed(line.substr(begin, at - begin)));
    begin = at + 1;
  }
  return items;
}

}  // namespace dossier::repl
