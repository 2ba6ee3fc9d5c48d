// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/custom.h"

#include <fmt/format.h>

#include <utility>

#include "dossier/error.h"
#include "model/vocabulary.h"

namespace dossier::functions {

namespace {

class CustomNode : public Node {
 public:
  CustomNode(std::shared_ptr<const Custom> function, std::vector<NodePtr> arguments)
      : function_(std::move(function)), arguments_(std::move(arguments)) {}

  void do_evaluate(Evaluation& evaluation, Rows rows, TermId* out) const override {
    std::vector<std::vector<TermId>> columns(arguments_.size(), std::vector<TermId>(rows.size()));
    for (std::size_t i = 0; i < arguments_.size(); ++i)
      arguments_[i]->evaluate(evaluation, rows, columns[i].data());
    std::vector<Term> terms(arguments_.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      evaluation.context().work(kCallCost);
      bool complete = true;
      for (std::size_t i = 0; i < terms.size() && complete; ++i) {
        complete = static_cast<bool>(columns[i][row]);
        if (complete) terms[i] = Operand(evaluation, columns[i][row]).term();
      }
      out[row] = complete ? call(evaluation, terms) : TermId();
    }
  }

 private:
  TermId call(Evaluation& evaluation, const std::vector<Term>& terms) const {
    const std::optional<Term> result =
        called(function_->iri, [&] { return function_->call(terms); });
    return result ? evaluation.terms().intern(*result) : TermId();
  }

  std::shared_ptr<const Custom> function_;
  std::vector<NodePtr> arguments_;
};

void require_usable(const std::string& iri) {
  if (iri.find(':') == std::string::npos)
    throw Error(
        ErrorCode::usage,
        fmt::format("a function needs an absolute IRI, such as http://example.org/{}", iri));
  if (iri.starts_with(vocabulary::kXsd))
    throw Error(ErrorCode::usage,
                fmt::format("<{}> belongs to XML Schema; choose an IRI of your own", iri));
}

[[noreturn]] void refuse_empty(const std::string& iri) {
  throw Error(ErrorCode::usage, fmt::format("no function is given for <{}>", iri));
}

}  // namespace

void CustomRegistry::add(const std::string& iri, Arity arity, CustomFunction function) {
  require_usable(iri);
  if (arity.min > arity.max)
    throw Error(ErrorCode::usage,
                fmt::format("<{}> would take at least {} arguments and at most {}", iri, arity.min,
                            arity.max));
  if (!function) refuse_empty(iri);
  put({iri, arity, std::move(function), {}});
}

void CustomRegistry::add(const std::string& iri, AggregateFactory aggregate) {
  require_usable(iri);
  if (!aggregate) refuse_empty(iri);
  put({iri, {.min = 1, .max = 1}, {}, std::move(aggregate)});
}

void CustomRegistry::put(Custom added) {
  const std::string iri = added.iri;
  auto made = std::make_shared<const Custom>(std::move(added));
  const std::lock_guard lock(mutex_);
  auto table = std::make_shared<CustomTable>(*table_);
  table->insert_or_assign(iri, std::move(made));
  table_ = std::move(table);
}

CustomTablePtr CustomRegistry::table() const {
  const std::lock_guard lock(mutex_);
  return table_;
}

bool is_aggregate(const CustomTable* custom, std::string_view iri) {
  if (custom == nullptr) return false;
  const auto found = custom->find(iri);
  return found != custom->end() && found->second->aggregate != nullptr;
}

std::vector<std::string> aggregates_of(const CustomTable* custom) {
  std::vector<std::string> iris;
  if (custom == nullptr) return iris;
  for (const auto& [iri, added] : *custom)
    if (added->aggregate) iris.push_back(iri);
  return iris;
}

void fail_call(const std::string& iri, std::string_view reason) {
  throw Error(ErrorCode::usage, fmt::format("<{}> failed: {}", iri, reason));
}

NodePtr make_custom_call(std::shared_ptr<const Custom> function, std::vector<NodePtr> arguments) {
  return make_flat<CustomNode>(std::move(function), std::move(arguments));
}

}  // namespace dossier::functions
