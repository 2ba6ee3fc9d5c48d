// SPDX-License-Identifier: Apache-2.0
// Operators that several threads run: a copy for each, with the parts that all of them share.
#include <algorithm>
#include <map>

#include "engine/exec/build.h"
#include "engine/exec/crew.h"
#include "engine/exec/parallel_aggregate.h"
#include "engine/exec/parallel_runs.h"
#include "engine/plan/parallel.h"

namespace dossier {

/// What is known while the copies for a crew are made.
struct OperatorBuilder::CrewPart {
  OperatorBuilder& whole;
  Crew& crew;
  const plan::SharedParts& parts;
  std::map<const plan::Node*, std::shared_ptr<BuildSide>>& builds;
  const ScanShare& share;
};

std::unique_ptr<Crew> OperatorBuilder::make_crew(
    const plan::Node& node, const std::function<void(OperatorBuilder&)>& more) {
  const auto* parallel = std::get_if<plan::Parallel>(&node.op);
  if (parallel == nullptr || state_.threads() < 2) return nullptr;
  const plan::SharedParts parts(*node.children[0]);
  plan::Scan scan = std::get<plan::Scan>(parts.scans.front()->op);
  scan.pattern = constants_.bound(scan.pattern);
  Crew::Parts requests = scan_parts(state_.source(), scan, *parallel);
  if (requests.size() < 2) return nullptr;
  if (!helpers_) helpers_ = std::make_shared<HelperThreads>();
  auto crew = std::make_unique<Crew>(state_, std::move(requests), helpers_);
  std::map<const plan::Node*, std::shared_ptr<BuildSide>> builds;
  for (std::size_t i = 0; i < crew->size(); ++i) {
    CrewMember& member = (*crew)[i];
    const CrewPart part{*this, *crew, parts, builds, member.share};
    OperatorBuilder builder(member.state, variables_, nullptr);
    builder.constants_ = constants_;
    builder.is_empty_ = is_empty_;
    builder.remembers_ = remembers_;
    builder.part_ = &part;
    builder.counted_ = counted_;
    member.root = builder.build(*node.children[0]);
    member.batch = member.root->make_batch();
    more(builder);
    for (const auto& [made, operators] : builder.made_)
      made_[made].insert(made_[made].end(), operators.begin(), operators.end());
  }
  return crew;
}

void OperatorBuilder::share(const plan::Node& node, ScanOperator& scan) const {
  const auto& shared = part_->parts.scans;
  if (&node == shared.front())
    scan.lead(part_->share);
  else if (std::find(shared.begin(), shared.end(), &node) != shared.end())
    scan.follow(part_->share);
}

std::unique_ptr<BuildInput> OperatorBuilder::build_input(const plan::Node& node) {
  if (auto crew = make_crew(node, [](OperatorBuilder&) {}))
    return std::make_unique<BuildInput>(state_, std::move(crew));
  return std::make_unique<BuildInput>(state_, build(node));
}

OperatorBuilder::Build OperatorBuilder::build_side(const plan::Node& node,
                                                   const std::vector<Slot>& keys,
                                                   const std::vector<Slot>& uncertain) {
  const bool is_shared = part_ != nullptr &&
                         std::find(part_->parts.builds.begin(), part_->parts.builds.end(), &node) !=
                             part_->parts.builds.end();
  OperatorBuilder& builder = is_shared ? part_->whole : *this;
  if (is_shared && part_->builds[&node]) return {part_->builds[&node], nullptr};
  auto input = builder.build_input(*node.children[1]);
  const Layout layout = input->layout();
  auto side = std::make_shared<BuildSide>(layout, builder.state_.memory());
  if (!is_shared) return {std::move(side), std::move(input)};
  part_->builds[&node] = side;
  part_->crew.add_build(side, std::move(input), JoinColumns({}, layout, layout, keys, uncertain));
  return {std::move(side), nullptr};
}

OperatorPtr OperatorBuilder::parallel_aggregate(const plan::Node& node, const plan::Aggregate& op) {
  std::vector<AggregateArguments> arguments;
  std::unique_ptr<Crew> crew = make_crew(*node.children[0], [&](OperatorBuilder& builder) {
    arguments.push_back(builder.arguments(op));
  });
  if (!crew) return nullptr;
  if (op.in_runs)
    return make_flat<ParallelRunsOperator>(state_, node.layout, op, std::move(crew),
                                           std::move(arguments));
  return make_flat<ParallelAggregateOperator>(state_, node.layout, op, std::move(crew),
                                              std::move(arguments));
}

}  // namespace dossier
