// SPDX-License-Identifier: Apache-2.0
// An aggregate of an application: how many values there were.
#pragma once

#include <cstdint>
#include <optional>

#include "dossier/custom_aggregate.h"

namespace dossier::test {

class CountValues : public AggregateState {
 public:
  void add(const Term&) override { ++count_; }
  std::optional<Term> result() override { return Term::integer(count_); }

 private:
  std::int64_t count_ = 0;
};

}  // namespace dossier::test
