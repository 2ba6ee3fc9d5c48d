// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/slot_sets.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace dossier::algebra {

namespace {

/// Then it takes less to look each of them up than to go through both sets.
bool is_much_smaller(const SlotSet& few, const SlotSet& many) {
  constexpr std::size_t kTimes = 8;
  return kTimes * few.size() < many.size();
}

/// Sets are kept in plans, one in each step of a chain: room that none of them uses adds up.
SlotSet fitted(SlotSet set) {
  constexpr std::size_t kLittle = 8;
  if (set.capacity() > set.size() + set.size() / 4 + kLittle) set.shrink_to_fit();
  return set;
}

SlotSet found_in(const SlotSet& many, const SlotSet& few) {
  SlotSet result;
  result.reserve(few.size());
  std::copy_if(few.begin(), few.end(), std::inserter(result, result.end()),
               [&many](Slot slot) { return many.contains(slot); });
  return fitted(std::move(result));
}

}  // namespace

// A range is merged by copying all: too dear where few are added to many.
void add_all(SlotSet& to, const SlotSet& more) {
  if (is_much_smaller(more, to)) {
    for (Slot slot : more) to.insert(slot);
  } else {
    to.insert(more.begin(), more.end());
  }
}

SlotSet set_union(const SlotSet& a, const SlotSet& b) {
  SlotSet result = a;
  add_all(result, b);
  return result;
}

SlotSet set_intersection(const SlotSet& a, const SlotSet& b) {
  if (is_much_smaller(a, b)) return found_in(b, a);
  if (is_much_smaller(b, a)) return found_in(a, b);
  SlotSet result;
  result.reserve(std::min(a.size(), b.size()));
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::inserter(result, result.end()));
  return fitted(std::move(result));
}

SlotSet set_difference(const SlotSet& a, const SlotSet& b) {
  SlotSet result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.end()));
  return result;
}

bool is_subset(const SlotSet& a, const SlotSet& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

bool is_disjoint(const SlotSet& a, const SlotSet& b) {
  return std::none_of(a.begin(), a.end(), [&b](Slot slot) { return b.contains(slot); });
}

}  // namespace dossier::algebra
