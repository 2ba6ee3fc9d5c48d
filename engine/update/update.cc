#include "engine/update/update.h"

#include <fmt/format.h>

#include <chrono>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/translate.h"
#include "engine/execution.h"
#include "engine/update/graphs.h"
#include "engine/update/load.h"
#include "engine/update/modify.h"
#include "model/error.h"
#include "parser/sparql/parse.h"

namespace dossier::update {

namespace {

class Request {
 public:
  Request(storage::WriteTransaction& writes, const QueryOptions& options)
      : writes_(writes), options_(options) {
    plan_options_.default_graph = options.default_graph;
  }

  void run(const ast::UpdateOperation& operation) {
    std::visit(
        Overloaded{
            [this](const ast::Load& op) { load(writes_, op, options_, [this] { check(); }); },
            [this](const ast::ManageGraph& op) { manage(writes_, op); },
            [this](const ast::TransferGraph& op) { transfer(writes_, op); },
            [this](const ast::Modify& op) {
              plan::PlanOptions plan_options = plan_options_;
              plan_options.dataset = op.using_clause;
              if (op.using_clause.empty()) plan_options.with = op.with;
              modify(algebra::translate(op, options_.parameters), plan_options);
            },
            [this](const auto& op) {
              modify(algebra::translate(op, options_.parameters), plan_options_);
            },
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
  void modify(algebra::UpdateTranslation translation, const plan::PlanOptions& plan_options) {
    met_.insert(translation.parameters.begin(), translation.parameters.end());
    update::modify(writes_, std::move(translation), options_, plan_options);
  }

  void check() const {
    if (options_.cancellation.cancelled()) {
      throw Error(ErrorCode::cancelled, "the update was cancelled");
    }
    if (options_.timeout && std::chrono::steady_clock::now() - start_ > *options_.timeout) {
      throw Error(ErrorCode::timeout,
                  fmt::format("the update timed out after {} ms", options_.timeout->count()));
    }
  }

  storage::WriteTransaction& writes_;
  const QueryOptions& options_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  plan::PlanOptions plan_options_;
  std::set<std::string> met_;
};

}  // namespace

UpdateReport run(storage::WriteTransaction& writes, std::string_view text,
                 const QueryOptions& options) {
  const ast::Update request = parse_update(text, parser_options(options));
  const UpdateReport before{writes.inserted(), writes.erased()};
  QueryOptions effective = options;
  if (!request.base.empty()) effective.base = request.base;
  Request runner(writes, effective);
  for (const ast::UpdateOperation& operation : request.operations) runner.run(operation);
  runner.check_parameters();
  return {writes.inserted() - before.inserted, writes.erased() - before.erased};
}

}  // namespace dossier::update
