// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "engine/plan/planner.h"

namespace dossier::plan {

SlotSet set_union(const SlotSet& a, const SlotSet& b) {
  SlotSet result = a;
  add_all(result, b);
  return result;
}

// A range is merged by copying all: too dear where few are added to many.
void add_all(SlotSet& to, const SlotSet& more) {
  if (8 * more.size() < to.size()) {
    for (Slot slot : more) to.insert(slot);
  } else {
    to.insert(more.begin(), more.end());
  }
}

SlotSet set_intersection(const SlotSet& a, const SlotSet& b) {
  SlotSet result;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::inserter(result, result.end()));
  return result;
}

SlotSet set_difference(const SlotSet& a, const SlotSet& b) {
  SlotSet result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.end()));
  return result;
}

bool is_subset(const SlotSet& a, const SlotSet& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

SlotSet slots_of(const Layout& layout) { return {layout.begin(), layout.end()}; }
Layout layout_of(const SlotSet& slots) { return {slots.begin(), slots.end()}; }

}  // namespace dossier::plan
