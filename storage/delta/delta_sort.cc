// SPDX-License-Identifier: Apache-2.0
#include "storage/delta/delta_sort.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace dossier::storage {
namespace {

using Order = std::vector<std::uint32_t>;  ///< places in the list of changes

/// A change's id in the column that is sorted by.
struct Entry {
  std::uint64_t id;
  std::uint32_t place;
};

// Below this, counting 256 buckets a byte costs more than comparing.
constexpr std::size_t kFewEntries = 128;

void sort_by_byte(const std::vector<Entry>& from, std::vector<Entry>& to, unsigned shift) {
  std::array<std::uint32_t, 257> starts{};
  const auto bucket = [shift](const Entry& entry) { return (entry.id >> shift) & 0xFF; };
  for (const Entry& entry : from) ++starts[bucket(entry) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  for (const Entry& entry : from) to[starts[bucket(entry)]++] = entry;
}

// Stable. Bytes that are equal in all ids, as most are, cost nothing.
void sort_entries(std::vector<Entry>& entries) {
  if (entries.size() < kFewEntries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.id < b.id; });
    return;
  }
  std::uint64_t varying = 0;
  for (const Entry& entry : entries) varying |= entry.id ^ entries.front().id;
  std::vector<Entry> other(entries.size());
  for (unsigned shift = 0; shift < 64; shift += 8) {
    if (((varying >> shift) & 0xFF) == 0) continue;
    sort_by_byte(entries, other, shift);
    entries.swap(other);
  }
}

// `order`, stably sorted by one column.
Order by(Position position, const Order& order, std::span<const Change> changes) {
  const auto column = static_cast<std::size_t>(position);  // keys are in spo order
  std::vector<Entry> entries(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    entries[i] = {changes[order[i]].key[column], order[i]};
  }
  sort_entries(entries);
  Order out(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) out[i] = entries[i].place;
  return out;
}

Order sort_spo(std::span<const Change> changes) {
  Order order(changes.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto descends = [](const Change& a, const Change& b) { return b.key < a.key; };
  if (std::adjacent_find(changes.begin(), changes.end(), descends) == changes.end()) return order;
  for (const Position position :
       {Position::graph, Position::object, Position::predicate, Position::subject}) {
    order = by(position, order, changes);
  }
  return order;
}

std::shared_ptr<const DeltaRun> make_run(Permutation permutation, const Order& order,
                                         std::span<const Change> changes) {
  auto run = std::make_shared<DeltaRun>();
  run->reserve(order.size());
  const auto& columns = kColumnOrder[index_of(permutation)];
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto& [spo, present] = changes[order[i]];
    if (i + 1 < order.size() && changes[order[i + 1]].key == spo) continue;  // overridden
    run->push({spo[columns[0]], spo[columns[1]], spo[columns[2]], spo[columns[3]]}, present);
  }
  return run;
}

}  // namespace

// Every order is another one, stably sorted by one column: in spo sorted by object, equal objects
// keep the order of subject and predicate, and that is osp.
std::array<std::shared_ptr<const DeltaRun>, kPermutationCount> sort_changes(
    std::span<const Change> changes) {
  const Order spo = sort_spo(changes);
  const Order osp = by(Position::object, spo, changes);
  const Order pso = by(Position::predicate, spo, changes);
  const auto run = [&](Permutation permutation, const Order& order) {
    return make_run(permutation, order, changes);
  };
  return {run(Permutation::spo, spo),
          run(Permutation::sop, by(Position::subject, osp, changes)),
          run(Permutation::pso, pso),
          run(Permutation::pos, by(Position::predicate, osp, changes)),
          run(Permutation::osp, osp),
          run(Permutation::ops, by(Position::object, pso, changes)),
          run(Permutation::gspo, by(Position::graph, spo, changes))};
}

}  // namespace dossier::storage
