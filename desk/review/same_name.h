// SPDX-License-Identifier: Apache-2.0
// Whether two names may be one: a title before it, an initial, another spelling, an acronym.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/review/name_pairs.h"

namespace dossier::reviewing {

struct Likeness {
  std::string reason;
  double weight = 0;
  bool of_short_form = false;  ///< one name is short, and others could be meant by it
};

/// Keys under which likeness_of() can find something: things without a common one are not alike.
std::vector<std::string> name_keys(const NamedThing& thing);

/// What speaks for the two being one; none when nothing does or their kinds cannot be one.
std::optional<Likeness> likeness_of(const NamedThing& a, const NamedThing& b);

}  // namespace dossier::reviewing
