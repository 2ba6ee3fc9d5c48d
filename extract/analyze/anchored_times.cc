// SPDX-License-Identifier: Apache-2.0
// Times that refer to another time: "a week later", "the same day".
#include <cstdlib>
#include <optional>
#include <string>

#include "extract/analyze/time_expressions.h"
#include "extract/text/calendar.h"

namespace dossier::extract {

namespace {

constexpr std::uint32_t kReach = 3;  ///< sentences

struct Anchor {
  std::string value;
  std::uint32_t sentence = 0;
  std::optional<std::uint32_t> turn;
};

/// "2020-11-03" and "-P7D" give "2020-10-27"; empty where the anchor is coarser than the shift.
std::string shifted(const std::string& anchor, const std::string& shift) {
  const bool back = shift.front() == '-';
  const int size = std::atoi(shift.c_str() + (back ? 2 : 1));
  const int count = back ? -size : size;
  const char unit = shift.back();
  if (unit == 'Y') {
    const std::string year = iso_year(std::atoi(anchor.c_str()) + count);
    // "a year later" of a day is about that day; nobody means it to the day.
    return anchor.size() == 4 ? year : year + anchor.substr(4, 3);
  }
  const bool month_only = anchor.size() == 7;
  const std::optional<Day> day = parse_iso_day(month_only ? anchor + "-01" : anchor);
  if (!day || (month_only && unit == 'D')) return {};
  if (unit == 'D') return iso_day(add_days(*day, count));
  const Day month = add_months(*day, count);
  return iso_month(month.year, month.month);
}

bool reaches(const Anchor& anchor, const Sentence& sentence) {
  return anchor.turn == sentence.turn && anchor.sentence + kReach >= sentence.index;
}

}  // namespace

void anchor_times(Analysis& analysis) {
  std::optional<Anchor> anchor;
  for (Sentence& sentence : analysis.sentences) {
    for (TimeExpression& time : sentence.times) {
      if (!time.shift.empty() && anchor && reaches(*anchor, sentence)) {
        time.value = shifted(anchor->value, time.shift);
        time.value_end.clear();
      }
      const bool single = time.value_end.empty() && !time.open_end && !time.open_begin;
      if (!time.value.empty() && single) anchor = Anchor{time.value, sentence.index, sentence.turn};
    }
  }
}

}  // namespace dossier::extract
