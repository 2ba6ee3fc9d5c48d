// SPDX-License-Identifier: Apache-2.0
// A query's text, parsed once, with the plan of its last run. Private to engine/.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "engine/algebra/translate.h"
#include "engine/query/execution.h"
#include "engine/query/query_plan.h"
#include "engine/query/unlike_values.h"
#include "parser/sparql/ast.h"

namespace dossier {

/// A query translated and planned for some values of its parameters. Immutable.
struct CompiledQuery {
  std::shared_ptr<const std::vector<std::string>> names;  ///< what SELECT projects
  std::vector<std::string> warnings;
  std::vector<Comparison> comparisons;  ///< that may leave out rows for their types
  std::vector<algebra::TripleTemplate> construct_template;
  std::vector<algebra::TemplateItem> targets;
  std::shared_ptr<const QueryPlan> plan;
  functions::CustomTablePtr custom;
  /// The parameters whose values it was made for, and those with placeholders, by number.
  std::map<std::string, Term> fixed;
  std::vector<std::string> placeholders;
};

/// Safe to share between threads.
class QueryTemplate {
 public:
  /// Parses. `options` are those that the text's meaning depends on: base, prefixes, the default
  /// graph and the names of the parameters. `custom`: the application's functions, of which the
  /// aggregates count; what it is run with must have the same. Throws Error(syntax), and what
  /// `limits` and the memory limit of `options` do.
  QueryTemplate(std::string_view text, const QueryOptions& options,
                const functions::CustomTablePtr& custom, Limits& limits);

  const std::string& text() const noexcept { return text_; }
  QueryResult::Form form() const noexcept { return form_; }
  const std::string& base() const noexcept { return base_; }
  /// What the text and its tree take, roughly.
  std::size_t bytes() const noexcept { return bytes_; }
  /// For printing: see all_prefixes().
  const std::vector<std::pair<std::string, std::string>>& prefixes() const;

  /// The query for these values over `source`: the last one if it fits, or a new one. Throws what
  /// translating and planning throw.
  std::shared_ptr<const CompiledQuery> compiled(const storage::QuadSource& source,
                                                const QueryOptions& options,
                                                const Parameters& parameters,
                                                const functions::CustomTablePtr& custom,
                                                const std::shared_ptr<Limits>& limits);
  /// As above, always a new one, with passes switched off.
  std::shared_ptr<const CompiledQuery> compile(const storage::QuadSource& source,
                                               const QueryOptions& options,
                                               const Parameters& parameters,
                                               const functions::CustomTablePtr& custom,
                                               const std::shared_ptr<Limits>& limits,
                                               const plan::PassSwitches& passes = {}) const;

 private:
  std::string text_;
  std::size_t bytes_ = 0;
  ast::Query query_;
  QueryResult::Form form_;
  std::string base_;
  DefaultGraph default_graph_;
  DatasetGraphs given_dataset_;
  std::map<std::string, std::string> given_prefixes_;  ///< the options'
  mutable std::once_flag prefixes_made_;
  mutable std::vector<std::pair<std::string, std::string>> prefixes_;
  std::mutex mutex_;
  std::shared_ptr<const CompiledQuery> last_;
};

/// The values of the placeholders, by number.
std::vector<Term> placeholder_values(const CompiledQuery& compiled, const Parameters& parameters);

}  // namespace dossier
