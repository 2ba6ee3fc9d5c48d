// SPDX-License-Identifier: Apache-2.0
// CONSTRUCT and DESCRIBE: solutions become triples, each once.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <vector>

#include "engine/algebra/translate.h"
#include "engine/exec/row_set.h"
#include "engine/query/execution.h"

namespace dossier {

/// Fills templates. Blank nodes of a template are fresh for each solution.
class TemplateFiller {
 public:
  explicit TemplateFiller(TermTable& terms) : terms_(terms) {}

  /// A new solution begins: the row `row` of `batch`.
  void start(const Batch& batch, std::size_t row);
  /// none() where a variable is unbound.
  TermId fill(const algebra::TemplateItem& item);
  /// None when a part is unbound, malformed, or not allowed in its position (SPARQL 1.1, section
  /// 16.2).
  std::optional<std::array<TermId, 3>> fill(const algebra::TripleTemplate& triple);
  bool is_well_formed(TermId id) const;

 private:
  TermTable& terms_;
  const Batch* batch_ = nullptr;
  std::size_t row_ = 0;
  std::vector<TermId> blank_nodes_;
};

/// Triples of a running query, one at a time.
class TripleStream {
 public:
  virtual ~TripleStream() = default;
  /// False at the end.
  virtual bool next(std::array<TermId, 3>& triple) = 0;
};

/// The template must outlive the stream.
std::unique_ptr<TripleStream> make_construct(Execution& execution,
                                             const std::vector<algebra::TripleTemplate>& triples);
/// Concise bounded descriptions of the targets: their triples, those of the blank nodes these lead
/// to, and of the reifiers of all of them. The targets must outlive the stream.
std::unique_ptr<TripleStream> make_describe(Execution& execution,
                                            const std::vector<algebra::TemplateItem>& targets);

}  // namespace dossier
