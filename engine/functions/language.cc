// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/language.h"

#include <algorithm>

#include "model/ascii.h"

namespace dossier::functions {
bool matches_language(std::string_view tag, std::string_view range) {
  if (range == "*") return !tag.empty();
  if (tag.size() < range.size() || tag.empty()) return false;
  if (tag.size() > range.size() && tag[range.size()] != '-') return false;
  return std::equal(range.begin(), range.end(), tag.begin(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

bool same_language(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || matches_language(a, b));
}

}  // namespace dossier::functions
