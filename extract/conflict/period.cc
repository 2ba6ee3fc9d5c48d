// SPDX-License-Identifier: Apache-2.0
#include "extract/conflict/period.h"

#include <string_view>

#include "extract/graph/time_bounds.h"

namespace dossier::extract {

std::optional<Period> Period::between(const std::string& from, const std::string& to) {
  if (from.empty() && to.empty()) return std::nullopt;
  return Period{from, to};
}

std::optional<Period> Period::year_of(const std::string& date) {
  const std::string_view year = std::string_view(date).substr(0, 4);
  return between(first_day(year), last_day(year));
}

bool Period::meets(const Period& other) const {
  const auto ends_before = [](const Period& a, const Period& b) {
    return !a.last.empty() && !b.first.empty() && a.last < b.first;
  };
  return !ends_before(*this, other) && !ends_before(other, *this);
}

}  // namespace dossier::extract
