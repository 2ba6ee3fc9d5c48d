// SPDX-License-Identifier: Apache-2.0
// Parts of a plan that can have no rows over the source at hand, told from the index alone. A plan
// made once for many sources has many such parts in each of them.
#pragma once

#include <unordered_map>

#include "engine/plan/physical.h"
#include "storage/quad_source.h"

namespace dossier {

/// Over one source, which must outlive it.
class EmptyPlan {
 public:
  explicit EmptyPlan(const storage::QuadSource& source) : source_(source) {}

  /// True only when the node has no rows. Each node is looked at once.
  bool operator()(const plan::Node& node);

 private:
  bool look(const plan::Node& node);
  bool child(const plan::Node& node, std::size_t index = 0);
  bool has_no_match(const plan::QuadPattern& pattern, storage::Permutation permutation) const;
  bool has_no_match(const plan::IndexJoin& join, const plan::Node& keys) const;

  const storage::QuadSource& source_;
  std::unordered_map<const plan::Node*, bool> known_;
};

}  // namespace dossier
