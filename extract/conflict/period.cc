// SPDX-License-Identifier: Apache-2.0
#include "extract/conflict/period.h"

namespace dossier::extract {

namespace {

/// "2020" -> "2020-01-01" or "2020-12-31"; empty for what is not a time.
std::string day(const std::string& time, bool last) {
  static const std::string shape = "0000-00-00";
  const std::string date = time.substr(0, shape.size());
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return {};
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool digit = date[i] >= '0' && date[i] <= '9';
    if (shape[i] == '0' ? !digit : date[i] != shape[i]) return {};
  }
  // Compared as texts only: a month's last day need not exist.
  return date + std::string(last ? "-12-31" : "-01-01")
                    .substr(date.size() == 4   ? 0
                            : date.size() == 7 ? 3
                                               : 6);
}

}  // namespace

std::optional<Period> Period::of(const std::string& time, const std::string& time_end) {
  Period period{day(time, false), day(time_end.empty() ? time : time_end, true)};
  if (period.first.empty() && period.last.empty()) return std::nullopt;
  return period;
}

std::optional<Period> Period::year_of(const std::string& date) { return of(date.substr(0, 4)); }

bool Period::meets(const Period& other) const {
  const auto ends_before = [](const Period& a, const Period& b) {
    return !a.last.empty() && !b.first.empty() && a.last < b.first;
  };
  return !ends_before(*this, other) && !ends_before(other, *this);
}

}  // namespace dossier::extract
