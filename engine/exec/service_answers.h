// SPDX-License-Identifier: Apache-2.0
// What an endpoint answers, as ids: rows of its answer become solutions of this query.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "dossier/results_sink.h"
#include "engine/algebra/variables.h"
#include "engine/exec/query_state.h"

namespace dossier {

/// The answer's blank nodes become nodes of this query.
class ServiceAnswers : public ResultsSink {
 public:
  /// Called for each row with the values of what was asked for.
  using Take = std::function<void(std::span<const TermId>)>;

  /// All must outlive it.
  ServiceAnswers(QueryState& state, const VariableTable& variables, const std::vector<Slot>& asked,
                 Take take);

  void begin(const std::vector<std::string>& variables) override;
  void row(Solution values) override;
  void end() override {}
  void boolean(bool) override;

 private:
  TermId id(const Term& term);

  QueryState& state_;
  const VariableTable& names_;
  const std::vector<Slot>& asked_;
  Take take_;
  std::vector<std::size_t> columns_;
  std::unordered_map<std::string, TermId> nodes_;
};

}  // namespace dossier
