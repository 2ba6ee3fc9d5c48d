// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/seasons.h"

#include <array>

#include "extract/analyze/time_forms.h"

namespace dossier::extract {

std::optional<std::pair<int, int>> months_of_season(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::pair<int, int>>, 5> kSeasons = {
      {{"spring", {3, 5}},
       {"summer", {6, 8}},
       {"autumn", {9, 11}},
       {"fall", {9, 11}},
       {"winter", {12, 14}}}};
  for (const auto& [name, months] : kSeasons)
    if (word == name) return months;
  return std::nullopt;
}

/// "This" season is the one that ends next, "last" the one before it that has ended, "next" the
/// one that has not begun.
TimeReading RelativeTimes::near_season(std::uint32_t end, std::pair<int, int> months,
                                       int shift) const {
  if (!today_) return {end, {}, {}};
  constexpr int kMonths = 12;
  const auto [first, last] = months;
  // The winter of this January began last year.
  int year = today_->month + kMonths <= last ? today_->year - 1 : today_->year;
  const int month = today_->month + kMonths * (today_->year - year);
  if (shift < 0 && last >= month) --year;
  if (shift > 0 && first <= month) ++year;
  const auto month_of = [&](int number) {
    return number > kMonths ? iso_month(year + 1, number - kMonths) : iso_month(year, number);
  };
  return {end, month_of(first), month_of(last)};
}

}  // namespace dossier::extract
