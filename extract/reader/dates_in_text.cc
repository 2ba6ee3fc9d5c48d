// SPDX-License-Identifier: Apache-2.0
// The dates of a text one by one: the last, and whether they write the day or the month first.
#include <algorithm>
#include <utility>

#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kWithin = 50000;  ///< characters

}  // namespace

std::optional<WrittenDate> find_last_date(std::u32string_view text) {
  std::optional<WrittenDate> last;
  for (std::size_t from = 0; from < text.size();) {
    std::optional<WrittenDate> date = find_date(text.substr(from));
    if (!date) break;
    date->begin += from;
    date->end += from;
    from = date->end;
    last = std::move(date);
  }
  return last;
}

bool writes_month_first(std::u32string_view text) {
  using Order = WrittenDate::Order;
  std::size_t figures[2] = {}, words[2] = {};
  std::u32string_view rest = text.substr(0, kWithin);
  while (const auto date = find_date(rest)) {
    const std::u32string_view written = rest.substr(date->begin, date->end - date->begin);
    rest.remove_prefix(date->end);
    if (date->order != Order::day_first && date->order != Order::month_first) continue;
    const bool named = std::any_of(written.begin(), written.end(), is_letter);
    ++(named ? words : figures)[date->order == Order::month_first ? 1 : 0];
  }
  if (figures[0] + figures[1] > 0) return figures[0] == 0;
  return words[0] == 0 && words[1] > 0;
}

}  // namespace dossier::extract
