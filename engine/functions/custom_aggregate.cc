// SPDX-License-Identifier: Apache-2.0
// Groups by an aggregate of the application.
#include <stdexcept>
#include <utility>
#include <vector>

#include "engine/functions/custom.h"
#include "engine/functions/group_states.h"

namespace dossier {
namespace {

/// What a state takes beside what it says of itself.
constexpr std::size_t kStateBytes = 64;

struct CustomState {
  std::unique_ptr<AggregateState> state;
  std::size_t bytes = 0;
  bool failed = false;
};

class CustomGroups : public GroupStates<CustomGroups, CustomState> {
 public:
  CustomGroups(std::shared_ptr<const functions::Custom> made_by, EvaluationContext& context,
               MemoryBudget& memory)
      : GroupStates(memory), made_by_(std::move(made_by)), context_(context) {}

  void take(CustomState& group, TermId id) {
    context_.work(functions::kCallCost);
    group.failed = group.failed || !id;
    if (group.failed) return drop(group);
    AggregateState& state = state_of(group);
    const Term term = context_.terms().term(id);
    charge(group, functions::called(made_by_->iri, [&] {
             state.add(term);
             return state.bytes();
           }));
  }
  TermId finish(CustomState& group) {
    if (group.failed) return {};
    AggregateState& state = state_of(group);
    context_.work(functions::kCallCost);
    const std::optional<Term> result =
        functions::called(made_by_->iri, [&] { return state.result(); });
    drop(group);
    return result ? context_.terms().intern(*result) : TermId();
  }
  [[noreturn]] static void join(const CustomState&, const CustomState&, const TranslateId&) {
    throw std::logic_error("groups of an application's aggregate cannot be merged");
  }

 private:
  AggregateState& state_of(CustomState& group) {
    if (group.state) return *group.state;
    charge(group, 0);
    group.state = functions::called(made_by_->iri, [&] { return made_by_->aggregate(); });
    if (!group.state) functions::fail_call(made_by_->iri, "no state was made for a group");
    return *group.state;
  }
  void charge(CustomState& group, std::size_t own) { set_bytes(group, own + kStateBytes); }
  void drop(CustomState& group) {
    group.state.reset();
    set_bytes(group, 0);
  }
  void set_bytes(CustomState& group, std::size_t bytes) {
    MemoryCharge& all = GroupStates::charge();
    all.set(all.bytes() - group.bytes + bytes);
    group.bytes = bytes;
  }

  std::shared_ptr<const functions::Custom> made_by_;
  EvaluationContext& context_;
};

}  // namespace

std::unique_ptr<Aggregator> make_custom_aggregator(const std::string& iri,
                                                   EvaluationContext& context,
                                                   MemoryBudget& memory) {
  return std::make_unique<CustomGroups>(context.custom_functions()->at(iri), context, memory);
}

}  // namespace dossier
