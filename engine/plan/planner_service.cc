// SPDX-License-Identifier: Apache-2.0
// SERVICE: the rows it is joined with go to the endpoint whenever there are some.
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"

namespace dossier::plan {

namespace {

/// A request for everything an endpoint has costs more than any work here.
constexpr double kWholeEndpoint = 1e9;
constexpr double kAnswersPerRow = 10;

}  // namespace

NodePtr Planner::service(const algebra::Service& service, const Context& context) {
  NodePtr child = context.seed != nullptr ? seed_node(*context.seed) : make_node(Unit{}, {});
  if (context.seed == nullptr) child->rows = 1;
  SlotSet slots = slots_of(child->layout);
  const SlotSet own(service.variables.begin(), service.variables.end());
  slots = set_union(slots, prunes() ? set_intersection(own, context.required) : own);
  NodePtr node =
      over(Service{resolve(service.name, terms_), service.silent, service.text, service.variables},
           std::move(child));
  node->layout = layout_of(slots);
  node->order.clear();
  node->rows *= kAnswersPerRow;
  node->cost += context.seed != nullptr ? node->rows : kWholeEndpoint;
  return node;
}

}  // namespace dossier::plan
