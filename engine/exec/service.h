// SPDX-License-Identifier: Apache-2.0
// SERVICE (SPARQL 1.1 Federated Query): asks an endpoint about the rows of its child, a block of
// different bindings at a time as VALUES, and joins what comes back.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/algebra/variables.h"
#include "engine/exec/operator.h"
#include "engine/plan/physical.h"

namespace dossier {

class ServiceOperator : public Operator {
 public:
  ServiceOperator(QueryState& state, Layout layout, plan::Service service,
                  const VariableTable& variables, OperatorPtr child);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  bool gather();

  /// Rows of input_ that ask one endpoint the same.
  struct Question {
    TermId endpoint;
    std::vector<TermId> values;  ///< by shared_
    std::vector<bool> sent;      ///< by shared_: false for one that goes along as UNDEF
    std::vector<std::uint32_t> rows;
  };
  using Questions = std::vector<Question>;
  struct Match {
    std::uint32_t row;
    std::uint32_t answer;  ///< kNoAnswer: the row alone, where SILENT lets an endpoint fail
  };

  Questions questions();
  static bool in_one_request(const Question& a, const Question& b);
  void ask(std::span<const Question> block);
  void answer(std::span<const Question> block, std::span<const TermId> solution);
  std::string text(std::span<const Question> block);
  std::string values_text(std::span<const Question> block);
  void charge(std::size_t bytes);
  void forget();
  bool deliver(Batch& out);

  plan::Service service_;
  const VariableTable& variables_;
  OperatorPtr child_;
  std::vector<Slot> asked_;                           ///< variables of the pattern that are wanted
  std::vector<std::pair<Slot, std::size_t>> shared_;  ///< of the child too, with their column there
  std::vector<std::size_t> shared_in_answer_;         ///< by shared_: the place in asked_
  Batch input_;
  Batch part_;  ///< of the child; its rows up to part_at_ are in the input
  std::size_t part_at_ = 0;
  std::vector<TermId> answers_;  ///< rows of asked_.size() ids
  std::size_t answer_count_ = 0;
  std::size_t charged_ = 0;
  std::vector<Match> matches_;
  std::size_t at_ = 0;
};

}  // namespace dossier
