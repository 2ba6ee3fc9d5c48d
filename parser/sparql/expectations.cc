// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/expectations.h"

#include <algorithm>

namespace dossier::sparql {

bool Expectations::include(std::string_view what) const {
  return std::find(wanted_.begin(), wanted_.end(), what) != wanted_.end();
}

std::string Expectations::in_words() const {
  std::vector<std::string_view> distinct;
  for (const std::string_view what : wanted_) {
    if (std::find(distinct.begin(), distinct.end(), what) == distinct.end()) {
      distinct.push_back(what);
    }
  }
  std::string words;
  for (std::size_t i = 0; i < distinct.size(); ++i) {
    if (i > 0) words += i + 1 == distinct.size() ? " or " : ", ";
    words += distinct[i];
  }
  return words;
}

}  // namespace dossier::sparql
