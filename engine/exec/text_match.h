// SPDX-License-Identifier: Apache-2.0
// Text search: the things one of whose texts matches, with the best score of their texts.
#pragma once

#include <memory>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/plan/physical.h"
#include "storage/text/search.h"

namespace dossier {

class TextMatchOperator : public Operator {
 public:
  TextMatchOperator(QueryState& state, Layout layout, plan::TextMatch match);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  struct Found {
    TermId subject;
    TermId graph;
    float score;
  };

  std::vector<storage::TextHit> search(const std::shared_ptr<const storage::TextIndex>& index);
  /// The things that have these texts, in the active graph.
  void look_up(const std::vector<storage::TextHit>& hits, const storage::TextInfo& info);
  void keep_best();
  TermId score(float value);

  plan::TextMatch match_;
  MemoryCharge held_;
  std::vector<Found> found_;  ///< by subject and graph
  std::size_t at_ = 0;
};

}  // namespace dossier
