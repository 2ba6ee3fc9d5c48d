// SPDX-License-Identifier: Apache-2.0
#include "extract/tables/table_columns.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>

namespace dossier::extract {
namespace {

/// A variable's name: letters, digits and "_" (SPARQL 1.1, VARNAME); blanks around it do not count.
std::string variable_of(const std::string& header) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(header);
  icu::UnicodeString name;
  bool gap = false;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (c != '_' && !u_isalpha(c) && !(c < 0x80 && u_isdigit(c))) {
      gap = true;
      continue;
    }
    if (gap && !name.isEmpty()) name.append(UChar32{'_'});
    gap = false;
    name.append(c);
  }
  std::string out;
  return name.toUTF8String(out);
}

}  // namespace

std::vector<std::string> column_variables(const std::vector<std::string>& headers) {
  std::vector<std::string> variables;
  std::set<std::string> taken{std::string(kRowNumber)};
  for (const std::string& header : headers) {
    std::string base = variable_of(header);
    if (base.empty()) base = "column_" + std::to_string(variables.size() + 1);
    std::string name = base;
    for (int number = 2; !taken.insert(name).second; ++number)
      name = base + "_" + std::to_string(number);
    variables.push_back(name);
  }
  return variables;
}

std::vector<std::string> lettered_variables(std::size_t count) {
  std::vector<std::string> variables;
  for (std::size_t i = 0; i < count; ++i) {
    std::string name;
    for (std::size_t rest = i + 1; rest > 0; rest = (rest - 1) / 26)
      name += static_cast<char>('a' + (rest - 1) % 26);
    std::reverse(name.begin(), name.end());
    variables.push_back(name);
  }
  return variables;
}

}  // namespace dossier::extract
