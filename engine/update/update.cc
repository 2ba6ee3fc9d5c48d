// SPDX-License-Identifier: Apache-2.0
#include "engine/update/update.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/algebra/translate.h"
#include "engine/query/check_functions.h"
#include "engine/query/execution.h"
#include "engine/update/graphs.h"
#include "engine/update/load.h"
#include "engine/update/modify.h"
#include "parser/sparql/parse.h"

namespace dossier::update {

namespace {

class Request {
 public:
  Request(storage::WriteTransaction& writes, std::string_view text, const QueryOptions& options,
          functions::CustomTablePtr custom, std::chrono::steady_clock::time_point start,
          std::size_t parsed_bytes)
      : writes_(writes),
        text_(text),
        options_(options),
        custom_(std::move(custom)),
        limits_(std::make_shared<Limits>(options, start)),
        memory_(memory_limit(options)),
        parsed_bytes_(parsed_bytes) {
    memory_.charge(text.size() + parsed_bytes);
    plan_options_.default_graph = options.default_graph;
  }

  void run(const ast::UpdateOperation& operation) {
    limits_->check();
    std::visit(
        Overloaded{
            [this](const ast::Load& op) {
              load(
                  writes_, op, options_, [this] { limits_->check(); }, memory_);
            },
            [this](const ast::ManageGraph& op) { manage(writes_, op, *limits_, memory_); },
            [this](const ast::TransferGraph& op) { transfer(writes_, op, *limits_, memory_); },
            [this](const ast::Modify& op) {
              plan::PlanOptions plan_options = plan_options_;
              if (op.using_clause.empty()) plan_options.with = op.with;
              if (!plan_options.with)
                plan_options.dataset = plan::dataset_of(op.using_clause, options_.dataset);
              modify(translated(op), plan_options);
            },
            [this](const auto& op) { modify(translated(op), plan_options_); },
        },
        operation.node);
  }

  void check_parameters() const {
    for (const auto& [name, term] : options_.parameters) {
      if (!met_.contains(name))
        throw Error(ErrorCode::usage, fmt::format("the update has no parameter ${}", name));
    }
  }

 private:
  template <typename Operation>
  algebra::UpdateTranslation translated(const Operation& operation) {
    std::size_t held = 0;
    return algebra::translate(operation, options_.parameters, limits_->worker(),
                              [&](std::size_t bytes) { memory_.check(held += bytes); });
  }

  void modify(algebra::UpdateTranslation translation, const plan::PlanOptions& plan_options) {
    MemoryCharge translated(memory_);  // about as much as the tree it is made from
    translated.add(parsed_bytes_);
    met_.insert(translation.parameters.begin(), translation.parameters.end());
    check_functions(translation.root, text_, custom_.get());
    update::modify(writes_, std::move(translation), options_, plan_options, custom_, limits_,
                   memory_);
  }

  storage::WriteTransaction& writes_;
  std::string_view text_;
  const QueryOptions& options_;
  functions::CustomTablePtr custom_;
  std::shared_ptr<Limits> limits_;  ///< of the request, from its start
  MemoryBudget memory_;             ///< also of the request: what its operations leave behind
  std::size_t parsed_bytes_;        ///< of the parsed request
  plan::PlanOptions plan_options_;
  std::set<std::string> met_;
};

}  // namespace

UpdateReport run(storage::WriteTransaction& writes, std::string_view text,
                 const QueryOptions& options, const functions::CustomTablePtr& custom,
                 std::chrono::steady_clock::time_point start) {
  Limits limits(options, start);
  std::size_t parsed_bytes = 0;
  const ast::Update request =
      parse_update(text, parser_options(options, limits, parsed_bytes, custom));
  const UpdateReport before{writes.inserted(), writes.erased()};
  QueryOptions effective = options;
  if (!request.base.empty()) effective.base = request.base;
  Request runner(writes, text, effective, custom, start, parsed_bytes);
  for (const ast::UpdateOperation& operation : request.operations) runner.run(operation);
  runner.check_parameters();
  return {writes.inserted() - before.inserted, writes.erased() - before.erased};
}

}  // namespace dossier::update
