// SPDX-License-Identifier: Apache-2.0
// Times as ranges of days, to decide whether two times can be the same.
#pragma once

#include <optional>
#include <string>

namespace dossier::extract {

/// Days as "YYYY-MM-DD"; an empty end is open.
struct Period {
  std::string first, last;

  /// Between the days of k:from and k:to. None when both are open.
  static std::optional<Period> between(const std::string& from, const std::string& to);
  /// The year in which a day lies.
  static std::optional<Period> year_of(const std::string& date);

  bool meets(const Period& other) const;
};

}  // namespace dossier::extract
