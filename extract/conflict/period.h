// SPDX-License-Identifier: Apache-2.0
// Times as ranges of days, to decide whether two times can be the same.
#pragma once

#include <optional>
#include <string>

namespace dossier::extract {

/// Days as "YYYY-MM-DD"; an empty end is open.
struct Period {
  std::string first, last;

  /// Of the lexical forms of k:time and k:timeEnd: a day, month, year or dateTime. None when
  /// neither is one.
  static std::optional<Period> of(const std::string& time, const std::string& time_end = {});
  /// The year in which a day lies.
  static std::optional<Period> year_of(const std::string& date);

  bool meets(const Period& other) const;
};

}  // namespace dossier::extract
