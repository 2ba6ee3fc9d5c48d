// SPDX-License-Identifier: Apache-2.0
// Sets of variables.
#pragma once

#include <boost/container/flat_set.hpp>

#include "engine/algebra/variables.h"

namespace dossier::algebra {

using SlotSet = boost::container::flat_set<Slot>;

void add_all(SlotSet& to, const SlotSet& more);
SlotSet set_union(const SlotSet& a, const SlotSet& b);
SlotSet set_intersection(const SlotSet& a, const SlotSet& b);
SlotSet set_difference(const SlotSet& a, const SlotSet& b);
bool is_subset(const SlotSet& a, const SlotSet& b);
bool is_disjoint(const SlotSet& a, const SlotSet& b);

}  // namespace dossier::algebra
