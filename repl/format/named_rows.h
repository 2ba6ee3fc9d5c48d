// SPDX-License-Identifier: Apache-2.0
// Rows with the names of things in place of their IRIs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/results_sink.h"

namespace dossier::repl {

/// Gives another sink what it gets, each entity, individual and quantity as its label.
class NamedRows : public ResultsSink {
 public:
  /// Both must outlive it.
  NamedRows(const KnowledgeBase& kb, ResultsSink& next) : kb_(kb), next_(next) {}

  void begin(const std::vector<std::string>& variables) override { next_.begin(variables); }
  void row(Solution values) override;
  void boolean(bool answer) override { next_.boolean(answer); }
  void end() override { next_.end(); }

 private:
  Term named(const Term& term);

  const KnowledgeBase& kb_;
  ResultsSink& next_;
  std::map<Term, Term> names_;
};

}  // namespace dossier::repl
