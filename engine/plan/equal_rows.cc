// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/equal_rows.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/plan/pattern_columns.h"

namespace dossier::plan {
namespace {

constexpr std::size_t kPlaces = 4;
constexpr std::size_t kRowsOfPlace = 1024;

/// The squares of the lengths of runs of equal values, summed up.
double squares(const std::vector<TermId>& values) {
  double sum = 0;
  for (auto at = values.begin(); at != values.end();) {
    const auto end = std::find_if(at, values.end(), [at](TermId id) { return id != *at; });
    const auto length = static_cast<double>(end - at);
    sum += length * length;
    at = end;
  }
  return sum;
}

/// The first values of a column.
std::vector<TermId> values_of(storage::Scan& scan, std::size_t column) {
  std::vector<TermId> values(kRowsOfPlace);
  std::size_t size = 0;
  while (size < values.size()) {
    std::array<TermId*, 4> columns{};
    columns[column] = values.data() + size;
    const std::size_t read = scan.next(columns, values.size() - size);
    if (read == 0) break;
    size += read;
  }
  values.resize(size);
  return values;
}

}  // namespace

double equal_rows(const Scan& scan, Slot slot, const storage::QuadSource& source) {
  const PatternColumns columns(scan.pattern, scan.permutation);
  const auto column = std::find(columns.slots.begin(), columns.slots.end(), slot);
  if (columns.impossible || column == columns.slots.end()) return 1;
  const std::uint64_t all = source.estimate(columns.request);
  const auto parts = source.split(columns.request, std::max<std::uint64_t>(1, all / kPlaces),
                                  storage::SplitAt::rows);
  double rows = 0;
  double sum = 0;
  for (std::size_t i = 0; i < std::min(parts.size(), kPlaces); ++i) {
    const storage::ScanRequest& part = parts[parts.size() * i / std::min(parts.size(), kPlaces)];
    const auto values =
        values_of(*source.scan(part), static_cast<std::size_t>(column - columns.slots.begin()));
    rows += static_cast<double>(values.size());
    sum += squares(values);
  }
  return rows == 0 ? 1 : sum / rows;
}

}  // namespace dossier::plan
