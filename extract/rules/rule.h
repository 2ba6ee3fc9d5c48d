// SPDX-License-Identifier: Apache-2.0
// One rule file: a CONSTRUCT query whose template says, for each fact, where it was read.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "engine/query/prepared_construct.h"
#include "extract/document.h"
#include "extract/rules/document_graph.h"
#include "extract/rules/stated_factor.h"

namespace dossier::extract::rules {

struct RuleText {
  std::string name;  ///< the file's name without folders and ending: "meetings"
  std::string file;  ///< as errors show it
  std::string text;
};

/// What one rule may take for one document; more is an error that names the rule. A document of
/// any length gets `time` and `memory_bytes`, and each thousand of its sentences some more.
struct RuleLimits {
  std::chrono::milliseconds time{5000};
  std::size_t memory_bytes = std::size_t{256} << 20;
  std::chrono::milliseconds more_time{1000};
  std::size_t more_memory_bytes = std::size_t{8} << 20;

  /// The limits of a document of so many sentences, with nothing more to come.
  RuleLimits of_document(std::size_t sentences) const;
};

/// Immutable once planned; safe for several threads at a time.
class Rule {
 public:
  /// Throws Error(syntax), Error(unsupported), Error(usage) with the rule's file and, where there
  /// is one, the place in it.
  explicit Rule(RuleText text);

  const std::string& name() const { return text_.name; }
  const std::vector<Term>& constants() const { return query_.constants(); }
  bool reads_any_predicate() const { return query_.reads_any_predicate(); }
  void plan(const storage::QuadSource& typical) { query_.plan(typical); }

  /// Appends the rule's facts to their sentences and the factors it states to `factors`, within
  /// `limits` for a document of its length. Throws Error(timeout) and Error(limit) naming the rule,
  /// and Error(usage) for a fact that names no frame or sentence of the document.
  void apply(const DocumentGraph& graph, const RuleLimits& limits,
             const CancellationToken& cancellation, Analysis& analysis,
             std::vector<StatedFactor>& factors) const;

 private:
  RuleText text_;
  PreparedConstruct query_;
};

}  // namespace dossier::extract::rules
