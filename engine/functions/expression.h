// SPDX-License-Identifier: Apache-2.0
// SPARQL expressions (SPARQL 1.1, section 17) compiled for batches of term ids.
//
// An error and an unbound variable are both TermId::none(): SPARQL treats an unbound variable that
// is evaluated as an error, and BOUND looks at the column itself. Nothing here throws for a type
// error; only limits (memory) and storage faults are exceptions.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/algebra/variables.h"
#include "engine/functions/known_terms.h"
#include "engine/runtime/batch.h"
#include "engine/runtime/limits.h"
#include "engine/runtime/term_table.h"
#include "model/flat_delete.h"
#include "model/term_view.h"
#include "model/xsd/date_time.h"
#include "parser/sparql/ast.h"

namespace dossier {

namespace functions {
class Node;
class Evaluation;
struct Custom;
struct Memory;
using CustomTable = std::map<std::string, std::shared_ptr<const Custom>, std::less<>>;
using CustomTablePtr = std::shared_ptr<const CustomTable>;
}  // namespace functions

/// What all expressions of one query share. One thread at a time.
class EvaluationContext {
 public:
  /// `terms` must outlive the context. `base` resolves the relative IRIs of IRI(); `now` is what
  /// NOW() answers, all through the query; `seed` starts RAND(), UUID() and STRUUID().
  EvaluationContext(TermTable& terms, std::string base, xsd::DateTime now, std::uint64_t seed);
  /// With the clock's time, in UTC, and a seed from the system.
  EvaluationContext(TermTable& terms, std::string base);
  EvaluationContext(const EvaluationContext&) = delete;
  EvaluationContext& operator=(const EvaluationContext&) = delete;
  ~EvaluationContext();

  TermTable& terms() noexcept { return terms_; }
  const std::string& base() const noexcept { return base_; }
  const xsd::DateTime& now() const noexcept { return now_; }
  /// 64 random bits; not for secrets.
  std::uint64_t random();
  /// What work() asks; must outlive the context. Without limits nothing stops an expression.
  void set_limits(Limits* limits) noexcept { limits_ = limits; }
  /// Those an application has added; null: none.
  void set_custom_functions(functions::CustomTablePtr table) { custom_ = std::move(table); }
  const functions::CustomTablePtr& custom_functions() const noexcept { return custom_; }
  /// Terms that were read before expressions run; null: none. They must outlive their use.
  void set_known_terms(const KnownTerms* terms) noexcept { known_terms_ = terms; }
  const KnownTerms* known_terms() const noexcept { return known_terms_; }
  /// As Limits::work(): functions report what they read and write.
  void work(std::size_t units) {
    if (limits_ != nullptr) limits_->work(units);
  }

 private:
  friend class functions::Evaluation;

  TermTable& terms_;
  std::string base_;
  xsd::DateTime now_;
  std::optional<std::uint64_t> random_state_;  ///< none before the system was asked for a seed
  Limits* limits_ = nullptr;
  std::uint64_t evaluations_ = 0;  ///< for solutions without a scope
  std::unique_ptr<functions::Memory> memory_;
  functions::CustomTablePtr custom_;
  const KnownTerms* known_terms_ = nullptr;
};

/// Which solutions a batch's rows are, for BNODE(label): the same label gives the same node within
/// one solution, and another one in every other. Expressions that are to share nodes get the same
/// `scope` (not 0) and number their rows alike; without it every evaluation makes new nodes.
struct Solutions {
  std::uint64_t scope = 0;
  std::uint64_t first_row = 0;
};

/// Movable. Refers to the context it was compiled with.
class CompiledExpression {
 public:
  CompiledExpression(FlatPtr<functions::Node> root, EvaluationContext& context,
                     std::vector<Slot> variables);
  CompiledExpression(CompiledExpression&&) noexcept;
  CompiledExpression& operator=(CompiledExpression&&) noexcept;
  ~CompiledExpression();

  /// One id a row, none() for an error; `out` is as long as the batch.
  void evaluate(const Batch& batch, std::span<TermId> out, Solutions solutions = {}) const;
  /// Gets the number of a row and its value, which is valid during the call; false ends it.
  using Visit = std::function<bool(std::size_t row, const TermView& value)>;
  /// Calls `visit` for the rows without an error, in order: values get no ids. For expressions that
  /// make no blank nodes.
  void read(const Batch& batch, const Visit& visit) const;
  /// The numbers of the rows whose effective boolean value (17.2.2) is true, ascending; replaces
  /// what `rows` held.
  void select(const Batch& batch, std::vector<std::uint32_t>& rows) const;
  /// The variables it reads, each once, ascending.
  const std::vector<Slot>& variables() const noexcept { return variables_; }

 private:
  FlatPtr<functions::Node> root_;
  EvaluationContext* context_;
  std::vector<Slot> variables_;
};

/// Variables without a slot in `variables` are unbound. Throws what functions::resolve_call() finds
/// wrong with calls by IRI, and Error(usage) for EXISTS and aggregates, which the algebra takes out
/// of expressions.
CompiledExpression compile(const ast::Expression& expression, const VariableTable& variables,
                           EvaluationContext& context);

}  // namespace dossier
