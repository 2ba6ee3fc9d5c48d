// SPDX-License-Identifier: Apache-2.0
#include "engine/query/prepared_construct.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "dossier/error.h"
#include "engine/algebra/constants.h"
#include "engine/algebra/translate.h"
#include "engine/exec/build.h"
#include "engine/exec/empty_plan.h"
#include "engine/exec/query_state.h"
#include "engine/plan/passes.h"
#include "engine/plan/planner.h"
#include "engine/query/check_functions.h"
#include "engine/query/construct.h"
#include "engine/query/execution.h"
#include "parser/sparql/parse.h"
#include "storage/memory_source.h"

namespace dossier {

namespace {

bool is_variable(const algebra::Item& item) { return std::holds_alternative<Slot>(item); }

/// Adds the variables that VALUES joined with the node's patterns confine to terms.
void collect_confined(const algebra::Node& node, algebra::SlotSet& slots) {
  std::visit(
      [&](const auto& n) {
        using Kind = std::decay_t<decltype(n)>;
        if constexpr (std::is_same_v<Kind, algebra::Values>) {
          slots.insert(n.variables.begin(), n.variables.end());
        } else if constexpr (std::is_same_v<Kind, algebra::Join>) {
          collect_confined(*n.left, slots);
          collect_confined(*n.right, slots);
        } else if constexpr (std::is_same_v<Kind, algebra::LeftJoin>) {
          collect_confined(*n.left, slots);
        } else if constexpr (std::is_same_v<Kind, algebra::Filter> ||
                             std::is_same_v<Kind, algebra::Extend> ||
                             std::is_same_v<Kind, algebra::Project>) {
          collect_confined(*n.child, slots);
        }
      },
      node.node);
}

/// Whether some predicate may be any, those in `confined` being told.
bool opens_predicate(const algebra::Node& node, algebra::SlotSet confined) {
  collect_confined(node, confined);
  bool open = std::holds_alternative<algebra::PathPattern>(node.node);
  if (const auto* bgp = std::get_if<algebra::Bgp>(&node.node)) {
    open = std::any_of(bgp->triples.begin(), bgp->triples.end(), [&](const auto& triple) {
      return is_variable(triple.predicate) && !confined.contains(std::get<Slot>(triple.predicate));
    });
  }
  algebra::each_child(
      node, [&](const algebra::Node& child) { open = open || opens_predicate(child, confined); });
  return open;
}

ast::Query parsed(std::string_view text, const QueryOptions& options) {
  Limits limits(options);
  return parse_query(text, parser_options(options, limits));
}

}  // namespace

struct PreparedConstruct::Impl {
  QueryOptions options;
  plan::PlanOptions plan_options;
  algebra::Translation query;
  std::vector<Term> constants;
  plan::NodePtr plan;

  plan::NodePtr planned(const storage::QuadSource& source, QueryState& state,
                        VariableTable& variables) const {
    plan::Planner planner(source, state.terms(), variables, plan_options, state.limits());
    const algebra::SlotSet required(query.columns.begin(), query.columns.end());
    return planner.plan(query.root, required);
  }

  /// `variables`: planning at run time adds to it.
  void run(const plan::Node& root_plan, const storage::QuadSource& source, QueryState& state,
           VariableTable variables, const std::function<void(const Triple&)>& sink) const {
    plan::Planner planner(source, state.terms(), variables, plan_options, state.limits());
    EmptyPlan is_empty(source);
    if (is_empty(root_plan)) return;
    OperatorBuilder builder(state, variables, &planner);
    builder.leave_out(std::ref(is_empty));
    const OperatorPtr root = builder.build(root_plan);
    TemplateFiller filler(state.terms());
    Batch batch = root->make_batch();
    root->open();
    while (root->next(batch)) {
      for (std::size_t row = 0; row < batch.size(); ++row) {
        filler.start(batch, row);
        for (const algebra::TripleTemplate& triple : query.construct_template) {
          const auto ids = filler.fill(triple);
          if (!ids) continue;
          sink({state.terms().term((*ids)[0]), state.terms().term((*ids)[1]),
                state.terms().term((*ids)[2])});
        }
      }
      state.check();
    }
    root->close();
  }

  void collect_constants() {
    std::set<Term> seen;
    const auto add = [&](const Term& term, algebra::ConstantPlace) {
      if (seen.insert(term).second) constants.push_back(term);
    };
    algebra::each_constant(query.root, add);
  }
};

PreparedConstruct::PreparedConstruct(std::string_view text, const QueryOptions& options)
    : PreparedConstruct(parsed(text, options), text, options) {}

PreparedConstruct::PreparedConstruct(const ast::Query& query, std::string_view text,
                                     const QueryOptions& options)
    : impl_(std::make_unique<Impl>()) {
  Limits limits(options);
  if (!std::holds_alternative<ast::ConstructQuery>(query.form))
    throw Error(ErrorCode::usage, "only a CONSTRUCT query makes triples");
  impl_->options = options;
  impl_->options.outside = OutsideAccess::nothing();
  impl_->options.base = query.base.empty() ? options.base : query.base;
  impl_->plan_options.default_graph = options.default_graph;
  impl_->plan_options.dataset = plan::dataset_of(query.dataset, options.dataset);
  impl_->query = algebra::translate(query, options.parameters, limits.worker());
  check_functions(impl_->query.root, text, nullptr);
  const storage::MemorySource nothing{{}};
  QueryState state(nothing, impl_->options, impl_->options.base);
  plan::rewrite(impl_->query.root, impl_->query.variables, state.expressions(),
                impl_->plan_options.passes);
  impl_->collect_constants();
}

PreparedConstruct::PreparedConstruct(PreparedConstruct&&) noexcept = default;
PreparedConstruct& PreparedConstruct::operator=(PreparedConstruct&&) noexcept = default;
PreparedConstruct::~PreparedConstruct() = default;

const std::vector<Term>& PreparedConstruct::constants() const { return impl_->constants; }

bool PreparedConstruct::reads_any_predicate() const {
  return opens_predicate(impl_->query.root, {});
}

void PreparedConstruct::plan(const storage::QuadSource& typical) {
  QueryState state(typical, impl_->options, impl_->options.base);
  impl_->plan = impl_->planned(typical, state, impl_->query.variables);
}

void PreparedConstruct::run(const storage::QuadSource& source, const QueryOptions& options,
                            const std::function<void(const Triple&)>& sink) const {
  QueryOptions limited = impl_->options;
  limited.timeout = options.timeout;
  limited.memory_bytes = options.memory_bytes;
  limited.cancellation = options.cancellation;
  QueryState state(source, limited, limited.base);
  impl_->run(*impl_->plan, source, state, impl_->query.variables, sink);
}

void PreparedConstruct::run_once(const storage::QuadSource& source,
                                 const std::function<void(const Triple&)>& sink) const {
  // One state for both: the plan holds ids of terms that the source does not have.
  QueryState state(source, impl_->options, impl_->options.base);
  VariableTable variables = impl_->query.variables;
  const plan::NodePtr plan = impl_->planned(source, state, variables);
  impl_->run(*plan, source, state, std::move(variables), sink);
}

}  // namespace dossier
